import type { views } from "@evenshare/domain";
import { Monogram } from "@evenshare/ui";

export interface OrganizationMarkProps {
  name: string;
  branding: views.Branding | undefined;
  className?: string;
}

/** An organization's logo, or its initials; the name stands beside it. Under it, the organization's own colour. */
export function OrganizationMark({ name, branding, className = "size-7" }: OrganizationMarkProps) {
  const { logoHref = null, accent = null } = branding ?? {};
  return (
    <span className="inline-flex shrink-0 flex-col gap-0.5">
      {logoHref === null ? (
        <Monogram name={name} className={className} />
      ) : (
        // On white in both themes: most logos are made for paper.
        <img
          src={logoHref}
          alt=""
          className={`${className} rounded-control border bg-white object-contain`}
        />
      )}
      {accent !== null && (
        <span aria-hidden className="h-0.5 rounded-full" style={{ backgroundColor: accent }} />
      )}
    </span>
  );
}
