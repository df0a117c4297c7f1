import type { OrganizationKind } from "@evenshare/domain";

/** What each mail must say, and where its button leads, written out by hand from the sample of the same name. */
export interface Expectation {
  readonly path: string;
  readonly says: readonly string[];
}

/** Mails that read the same in both portals. */
export function both(expectation: Expectation): Record<OrganizationKind, Expectation> {
  return { brand: expectation, producer: expectation };
}
