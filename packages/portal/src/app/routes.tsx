import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import type { PortalData } from "../api/portal-data";
import { RouteError } from "./route-error";
import { type Place, Shell, ShellWaiting } from "./shell";

export interface PortalRoutes {
  readonly places: readonly Place[];
  /** Screens behind sign-in that only this portal has. */
  readonly screens: readonly RouteObject[];
}

/** The addresses of a portal: those both sides have, and its own. Each screen's code is fetched when it is first shown. */
export function portalRoutes(data: PortalData, { places, screens }: PortalRoutes): RouteObject[] {
  const { queries, trpc } = data;
  return [
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <ShellWaiting places={places} />,
      children: [
        { path: "sign-in", lazy: () => screen(import("../auth/sign-in-screen"), "SignInScreen") },
        { path: "sign-up", lazy: () => screen(import("../auth/sign-up-screen"), "SignUpScreen") },
        { path: "handover", lazy: () => screen(import("../auth/handover-screen"), "HandoverScreen") },
        {
          element: <Shell places={places} />,
          loader: () => readAhead(queries.prefetchQuery(trpc.session.me.queryOptions())),
          children: [
            {
              errorElement: <RouteError inShell />,
              children: [
                ...screens,
                ...sharedScreens(data),
                { path: "*", lazy: () => screen(import("../failures/failure-screen"), "NotHere") },
              ],
            },
          ],
        },
      ],
    },
  ];
}

function sharedScreens({ queries, trpc }: PortalData): RouteObject[] {
  const partnership = ({ params }: { params: { id?: string } }) =>
    readAhead(queries.prefetchQuery(trpc.partnerships.get.queryOptions({ id: params.id ?? "" })));
  const milestone = ({ params }: { params: { id?: string } }) =>
    readAhead(queries.prefetchQuery(trpc.milestones.get.queryOptions({ id: params.id ?? "" })));
  return [
    {
      path: "organizations/new",
      lazy: () => screen(import("../auth/new-organization-screen"), "NewOrganizationScreen"),
    },
    {
      path: "partnerships",
      lazy: () => screen(import("../partnership/partnerships-screen"), "PartnershipsScreen"),
    },
    {
      path: "partnerships/:id",
      loader: partnership,
      lazy: () => screen(import("../partnership/partnership-screen"), "PartnershipScreen"),
      children: [
        { index: true, lazy: () => screen(import("../partnership/overview-tab"), "OverviewTab") },
        { path: "milestones", lazy: () => screen(import("../partnership/milestones-tab"), "MilestonesTab") },
        { path: "agreement", lazy: () => screen(import("../partnership/agreement-tab"), "AgreementTab") },
        { path: "audit", lazy: () => screen(import("../partnership/audit-tab"), "AuditTab") },
      ],
    },
    {
      path: "partnerships/:id/milestones/new",
      loader: partnership,
      lazy: () => screen(import("../milestone-form/draft-screen"), "DraftMilestoneScreen"),
    },
    { path: "milestones", lazy: () => screen(import("../milestone/milestones-screen"), "MilestonesScreen") },
    {
      path: "milestones/:id",
      loader: milestone,
      lazy: () => screen(import("../milestone/milestone-screen"), "MilestoneScreen"),
    },
    {
      path: "milestones/:id/edit",
      loader: milestone,
      lazy: () => screen(import("../milestone-form/edit-screen"), "EditMilestoneScreen"),
    },
  ];
}

/** Takes one component out of a module fetched on demand, as the router wants it. */
export async function screen<Name extends string>(
  module: Promise<Record<Name, ComponentType>>,
  name: Name,
): Promise<{ Component: ComponentType }> {
  return { Component: (await module)[name] };
}

/** Starts reading while a screen's code is still on its way; the screen itself waits for what it needs. */
export function readAhead(reading: Promise<void>): null {
  void reading;
  return null;
}
