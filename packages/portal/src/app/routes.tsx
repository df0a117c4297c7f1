import type { RouteObject } from "react-router";
import type { PortalData } from "../api/portal-data";
import { NotHere } from "../failures/failure-screen";
import type { Place } from "./place";
import { type ScreenRoute, toRouteObjects } from "./screen-route";
import { Shell } from "./shell";

export interface PortalRoutes {
  readonly places: readonly Place[];
  /** Screens behind sign-in that only this portal has. */
  readonly screens: readonly ScreenRoute[];
}

/** Screens behind sign-in: the portal's own, then those both sides have. */
export function memberScreens(data: PortalData, own: readonly ScreenRoute[]): ScreenRoute[] {
  return [...own, ...sharedScreens(data)];
}

/** The addresses of a portal. */
export function portalRoutes(places: readonly Place[], screens: readonly ScreenRoute[]): RouteObject[] {
  return [
    ...toRouteObjects(publicScreens),
    {
      element: <Shell places={places} />,
      children: [...toRouteObjects(screens), { path: "*", element: <NotHere /> }],
    },
  ];
}

const publicScreens: readonly ScreenRoute[] = [
  { path: "sign-in", load: async () => (await import("../auth/sign-in-screen")).SignInScreen },
  { path: "sign-up", load: async () => (await import("../auth/sign-up-screen")).SignUpScreen },
  {
    path: "mail-choices",
    load: async () => (await import("../mail-choices/mail-choices-screen")).MailChoicesScreen,
  },
  {
    path: "forgot-password",
    load: async () => (await import("../auth/forgot-password-screen")).ForgotPasswordScreen,
  },
  {
    path: "reset-password",
    load: async () => (await import("../auth/reset-password-screen")).ResetPasswordScreen,
  },
  { path: "verify-email", load: async () => (await import("../auth/link-screens")).VerifyEmailScreen },
  { path: "confirm-email", load: async () => (await import("../auth/link-screens")).ConfirmEmailScreen },
  { path: "restore-email", load: async () => (await import("../auth/link-screens")).RestoreEmailScreen },
  { path: "handover", load: async () => (await import("../auth/handover-screen")).HandoverScreen },
  {
    path: "invitation",
    load: async () => (await import("../invitation/invitation-screen")).InvitationScreen,
  },
];

function sharedScreens({ queries, trpc }: PortalData): ScreenRoute[] {
  const partnership: ScreenRoute["readAhead"] = ({ id = "" }) =>
    queries.prefetchQuery(trpc.partnerships.get.queryOptions({ id }));
  const milestone: ScreenRoute["readAhead"] = ({ id = "" }) =>
    queries.prefetchQuery(trpc.milestones.get.queryOptions({ id }));
  return [
    {
      path: "organizations/new",
      load: async () => (await import("../auth/new-organization-screen")).NewOrganizationScreen,
    },
    {
      path: "settings",
      load: async () => (await import("../settings/settings-screen")).SettingsScreen,
      children: [
        { path: "", load: async () => (await import("../settings/organization-tab")).OrganizationTab },
        { path: "team", load: async () => (await import("../settings/team-tab")).TeamTab },
        { path: "audit", load: async () => (await import("../settings/audit-tab")).AuditLogTab },
        { path: "approvals", load: async () => (await import("../settings/approvals-tab")).ApprovalsTab },
        {
          path: "mail-domain",
          load: async () => (await import("../settings/mail-domain-tab")).MailDomainTab,
        },
        {
          path: "notifications",
          load: async () => (await import("../settings/notifications-tab")).NotificationsTab,
        },
        { path: "you", load: async () => (await import("../settings/person-tab")).PersonTab },
        { path: "security", load: async () => (await import("../settings/security-tab")).SecurityTab },
      ],
    },
    {
      path: "reconciliation",
      load: async () => (await import("../reconciliation/reconciliation-screen")).ReconciliationScreen,
      children: [
        { path: "", load: async () => (await import("../reconciliation/movements-tab")).MovementsTab },
        {
          path: "trial-balance",
          load: async () => (await import("../reconciliation/trial-balance-tab")).TrialBalanceTab,
        },
      ],
    },
    {
      path: "notifications",
      load: async () => (await import("../notifications/notifications-screen")).NotificationsScreen,
    },
    {
      path: "partnerships",
      load: async () => (await import("../partnership/partnerships-screen")).PartnershipsScreen,
    },
    {
      path: "partnerships/:id",
      readAhead: partnership,
      load: async () => (await import("../partnership/partnership-screen")).PartnershipScreen,
      children: [
        { path: "", load: async () => (await import("../partnership/overview-tab")).OverviewTab },
        {
          path: "milestones",
          load: async () => (await import("../partnership/milestones-tab")).MilestonesTab,
        },
        { path: "agreement", load: async () => (await import("../partnership/agreement-tab")).AgreementTab },
        { path: "audit", load: async () => (await import("../partnership/audit-tab")).AuditTab },
      ],
    },
    {
      path: "partnerships/:id/milestones/new",
      readAhead: partnership,
      load: async () => (await import("../milestone-form/draft-screen")).DraftMilestoneScreen,
    },
    {
      path: "milestones",
      load: async () => (await import("../milestone/milestones-screen")).MilestonesScreen,
    },
    {
      path: "milestones/:id",
      readAhead: milestone,
      load: async () => (await import("../milestone/milestone-screen")).MilestoneScreen,
    },
    { path: "shares", load: async () => (await import("../share/shares-screen")).SharesScreen },
    {
      path: "shares/:id",
      readAhead: ({ id = "" }) => queries.prefetchQuery(trpc.shares.get.queryOptions({ id })),
      load: async () => (await import("../share/share-screen")).ShareScreen,
    },
    {
      path: "shares/:id/draft/:party",
      readAhead: ({ id = "" }) =>
        queries.prefetchQuery(trpc.statements.openPeriod.queryOptions({ agreementId: id })),
      load: async () => (await import("../statement/draft-screen")).StatementDraftScreen,
    },
    {
      path: "statements",
      load: async () => (await import("../statement/statements-screen")).StatementsScreen,
    },
    {
      path: "statements/:id",
      readAhead: ({ id = "" }) => queries.prefetchQuery(trpc.statements.get.queryOptions({ id })),
      load: async () => (await import("../statement/statement-screen")).StatementScreen,
    },
    { path: "holds", load: async () => (await import("../hold/holds-screen")).HoldsScreen },
    {
      path: "milestones/:id/edit",
      readAhead: milestone,
      load: async () => (await import("../milestone-form/edit-screen")).EditMilestoneScreen,
    },
  ];
}
