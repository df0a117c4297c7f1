import { classNames } from "../class-names";

/** The mark: one bar shared in two. */
export function LogoMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classNames("shrink-0", className)}>
      <rect x="2" y="5" width="20" height="5.5" rx="1.5" className="fill-ink" />
      <rect x="2" y="13.5" width="9.25" height="5.5" rx="1.5" className="fill-accent" />
      <rect x="12.75" y="13.5" width="9.25" height="5.5" rx="1.5" className="fill-accent opacity-55" />
    </svg>
  );
}

/** Mark and name, with the portal's name after it. */
export function Logo({ portal }: { portal?: string }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <LogoMark />
      <span className="text-[1.0625rem] font-semibold tracking-[-0.02em]">Evenshare</span>
      {portal !== undefined && <span className="text-small text-muted">{portal}</span>}
    </span>
  );
}
