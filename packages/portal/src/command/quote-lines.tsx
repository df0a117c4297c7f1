import { Money, Skeleton } from "@evenshare/ui";
import type { Failure } from "../api/failure";
import { FailureNotice } from "../failures/failure-notice";

export interface QuoteLine {
  readonly label: string;
  /** Undefined while the server is asked. */
  readonly amount: bigint | undefined;
  /** The line that matters most. */
  readonly strong?: boolean;
}

export interface QuoteLinesProps {
  lines: readonly QuoteLine[];
  currency: string;
  failure?: Failure | null;
}

/** What the server says a sum divides into; nothing here is computed by the page. */
export function QuoteLines({ lines, currency, failure = null }: QuoteLinesProps) {
  if (failure !== null) return <FailureNotice failure={failure} currency={currency} />;
  return (
    <dl aria-live="polite" className="divide-y border-y text-dense">
      {lines.map(({ label, amount, strong = false }) => (
        <div key={label} className="flex items-baseline justify-between gap-4 py-2">
          <dt className={strong ? "font-semibold" : "text-muted"}>{label}</dt>
          <dd className={strong ? "font-semibold" : ""}>
            {amount === undefined ? (
              <Skeleton className="h-3.5 w-20" />
            ) : (
              <Money amount={amount} currency={currency} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
