import { classNames } from "../class-names";

/** Up to two initials of a name in a square, for organizations and people; the name itself stands beside it. */
export function Monogram({ name, className = "size-7" }: { name: string; className?: string }) {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
  return (
    <span
      aria-hidden
      className={classNames(
        "grid shrink-0 place-items-center rounded-control bg-accent-soft text-[0.6875rem] font-semibold text-accent",
        className,
      )}
    >
      {initials}
    </span>
  );
}
