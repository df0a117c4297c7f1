// Pages of the portals that mails lead to. Both portals use the same paths.

export function milestonePage(milestoneId: string): string {
  return `/milestones/${encodeURIComponent(milestoneId)}`;
}

export function partnershipPage(partnershipId: string): string {
  return `/partnerships/${encodeURIComponent(partnershipId)}`;
}

export function sharePage(shareId: string): string {
  return `/shares/${encodeURIComponent(shareId)}`;
}

export function statementPage(statementId: string): string {
  return `/statements/${encodeURIComponent(statementId)}`;
}

/** Where the link of an invitation is opened. */
export function invitationPage(token: string): string {
  return `/invitation?token=${encodeURIComponent(token)}`;
}

export const payoutsPage = "/payouts";
/** Where a producer's account at the payment provider and its bank details are kept. */
export const onboardingPage = "/onboarding";

/** Where an organization's owners set the domain their mails come from. */
export const mailDomainPage = "/settings/mail-domain";

/** Where the link of a mail about an account is followed. */
export function accountLinkPage(
  page: "verify-email" | "reset-password" | "confirm-email" | "restore-email",
  token: string,
): string {
  return `/${page}?token=${encodeURIComponent(token)}`;
}

export const forgottenPasswordPage = "/forgot-password";
