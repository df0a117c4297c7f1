import type { ReactNode } from "react";

export interface Description {
  readonly term: string;
  readonly value: ReactNode;
}

/** Terms and what they are, divided by hairlines: what was agreed, an account's details. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="divide-y border-y">
      {items.map((item) => (
        <div key={item.term} className="grid gap-x-6 py-2.5 text-dense sm:grid-cols-[minmax(9rem,30%)_1fr]">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
