import type { PortalData, PortalRoutes } from "@evenshare/portal";
import { Banknote, ChartPie, Handshake, House, Landmark, Milestone, ReceiptText } from "lucide-react";

/** The places of the producer portal, and the screens only it has. */
export function producerRoutes({ queries, trpc }: PortalData): PortalRoutes {
  return {
    places: [
      { href: "/", label: "Home", icon: House },
      { href: "/partnerships", label: "Partners", icon: Handshake, covers: ["/partnerships/"] },
      { href: "/milestones", label: "Milestones", icon: Milestone, covers: ["/milestones/"] },
      { href: "/payouts", label: "Payouts", icon: Banknote, covers: ["/reconciliation"] },
      { href: "/shares", label: "Revenue shares", icon: ChartPie, covers: ["/shares/"] },
      { href: "/statements", label: "Statements", icon: ReceiptText, covers: ["/statements/"] },
      { href: "/onboarding", label: "Account", icon: Landmark },
    ],
    screens: [
      {
        path: "",
        readAhead: () => queries.prefetchQuery(trpc.home.producer.queryOptions()),
        load: async () => (await import("./home/home-screen")).HomeScreen,
      },
      {
        path: "milestones/:id/submit",
        readAhead: ({ id = "" }) => queries.prefetchQuery(trpc.milestones.get.queryOptions({ id })),
        load: async () => (await import("./submit/submit-screen")).SubmitScreen,
      },
      { path: "payouts", load: async () => (await import("./payouts/payouts-screen")).PayoutsScreen },
      {
        path: "onboarding",
        readAhead: () => queries.prefetchQuery(trpc.account.get.queryOptions()),
        load: async () => (await import("./payout-account/payout-account-screen")).PayoutAccountScreen,
      },
    ],
  };
}
