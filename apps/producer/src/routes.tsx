import { type PortalData, type PortalRoutes, readAhead, screen } from "@evenshare/portal";
import { Banknote, Handshake, House, Landmark, Milestone } from "lucide-react";

/** The places of the producer portal, and the screens only it has. */
export function producerRoutes({ queries, trpc }: PortalData): PortalRoutes {
  return {
    places: [
      { href: "/", label: "Home", icon: House },
      { href: "/partnerships", label: "Partnerships", icon: Handshake, covers: ["/partnerships/"] },
      { href: "/milestones", label: "Milestones", icon: Milestone, covers: ["/milestones/"] },
      { href: "/payouts", label: "Payouts", icon: Banknote },
      { href: "/onboarding", label: "Account", icon: Landmark },
    ],
    screens: [
      {
        index: true,
        loader: () => readAhead(queries.prefetchQuery(trpc.home.producer.queryOptions())),
        lazy: () => screen(import("./home/home-screen"), "HomeScreen"),
      },
      {
        path: "milestones/:id/submit",
        loader: ({ params }) =>
          readAhead(queries.prefetchQuery(trpc.milestones.get.queryOptions({ id: params.id ?? "" }))),
        lazy: () => screen(import("./submit/submit-screen"), "SubmitScreen"),
      },
      { path: "payouts", lazy: () => screen(import("./payouts/payouts-screen"), "PayoutsScreen") },
      {
        path: "onboarding",
        loader: () => readAhead(queries.prefetchQuery(trpc.account.get.queryOptions())),
        lazy: () => screen(import("./payout-account/payout-account-screen"), "PayoutAccountScreen"),
      },
    ],
  };
}
