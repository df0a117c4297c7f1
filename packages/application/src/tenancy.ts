/**
 * The scope, named in the query itself. Row-level security holds below it: should a policy ever be lost, a read still
 * finds nothing of another tenant, and the other way round.
 */
export function partnershipsOf(organizationId: string) {
  return { parties: { some: { organizationId } } };
}

/** Revenue-share agreements that the organization is a party of; the brand is one as well. */
export function sharesOf(organizationId: string) {
  return { parties: { some: { organizationId } } };
}

export function milestonesOf(organizationId: string) {
  return { partnership: partnershipsOf(organizationId) };
}
