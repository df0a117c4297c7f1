/** What a check found: nothing, or a report a person can act on. */
export type Finding =
  | { readonly ok: true; readonly note?: string }
  | { readonly ok: false; readonly report: string };

/** One thing that must hold for the whole repository. */
export interface Check {
  readonly name: string;
  run(root: string): Promise<Finding>;
}
