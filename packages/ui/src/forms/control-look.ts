/** The look every text control shares. 16 px on phones, so that iOS does not zoom in. */
export const controlClasses =
  "w-full rounded-control border border-control bg-surface px-3 text-[1rem] text-ink transition-colors sm:text-body " +
  "placeholder:text-muted hover:border-muted disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted " +
  "aria-invalid:border-risk-text aria-invalid:outline-risk-text focus-visible:outline-offset-0";
