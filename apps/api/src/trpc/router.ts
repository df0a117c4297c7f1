import { t } from "./init";
import { accountRouter } from "./routers/account";
import { approvalsRouter } from "./routers/approvals";
import { heldFundsRouter } from "./routers/held-funds";
import { holdsRouter } from "./routers/holds";
import { homeRouter } from "./routers/home";
import { invitationsRouter } from "./routers/invitations";
import { liveRouter } from "./routers/live";
import { mailDomainRouter } from "./routers/mail-domain";
import { milestonesRouter } from "./routers/milestones";
import { noticesRouter } from "./routers/notices";
import { organizationsRouter } from "./routers/organizations";
import { paletteRouter } from "./routers/palette";
import { partnershipsRouter } from "./routers/partnerships";
import { paymentMethodsRouter } from "./routers/payment-methods";
import { payoutsRouter } from "./routers/payouts";
import { personRouter } from "./routers/person";
import { reconciliationRouter } from "./routers/reconciliation";
import { releasesRouter } from "./routers/releases";
import { revenueRouter } from "./routers/revenue";
import { securityRouter } from "./routers/security";
import { sessionRouter } from "./routers/session";
import { teamRouter } from "./routers/team";

/** Every procedure of the product, one router per aggregate. */
export const appRouter = t.router({
  session: sessionRouter,
  person: personRouter,
  security: securityRouter,
  organizations: organizationsRouter,
  mailDomain: mailDomainRouter,
  team: teamRouter,
  invitations: invitationsRouter,
  home: homeRouter,
  partnerships: partnershipsRouter,
  milestones: milestonesRouter,
  approvals: approvalsRouter,
  heldFunds: heldFundsRouter,
  holds: holdsRouter,
  paymentMethods: paymentMethodsRouter,
  payouts: payoutsRouter,
  releases: releasesRouter,
  reconciliation: reconciliationRouter,
  revenue: revenueRouter,
  account: accountRouter,
  notices: noticesRouter,
  palette: paletteRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
