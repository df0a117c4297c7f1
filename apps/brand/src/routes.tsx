import { type PortalData, type PortalRoutes, revenueScreens } from "@evenshare/portal";
import {
  ChartPie,
  CreditCard,
  Handshake,
  House,
  LockKeyhole,
  Milestone,
  Receipt,
  ReceiptText,
  UserCheck,
} from "lucide-react";

/** The places of the brand portal, and the screens only it has. */
export function brandRoutes({ queries, trpc }: PortalData): PortalRoutes {
  return {
    places: [
      { href: "/", label: "Home", icon: House },
      { href: "/partnerships", label: "Partners", icon: Handshake, covers: ["/partnerships/"] },
      { href: "/milestones", label: "Milestones", icon: Milestone, covers: ["/milestones/"] },
      { href: "/approvals", label: "Approvals", icon: UserCheck },
      {
        href: "/held-funds",
        label: "Held funds",
        icon: LockKeyhole,
        covers: ["/held-funds/", "/reconciliation", "/holds"],
      },
      { href: "/revenue", label: "Revenue", icon: Receipt, covers: ["/revenue/"] },
      { href: "/shares", label: "Revenue shares", icon: ChartPie, covers: ["/shares/"] },
      { href: "/statements", label: "Statements", icon: ReceiptText, covers: ["/statements/"] },
      { href: "/payment-methods", label: "Payment methods", icon: CreditCard },
    ],
    screens: [
      {
        path: "",
        readAhead: () => queries.prefetchQuery(trpc.home.brand.queryOptions()),
        load: async () => (await import("./home/home-screen")).HomeScreen,
      },
      {
        path: "approvals",
        load: async () => (await import("./approvals/approvals-screen")).ApprovalsScreen,
      },
      {
        path: "held-funds",
        readAhead: () => queries.prefetchQuery(trpc.heldFunds.get.queryOptions()),
        load: async () => (await import("./held-funds/held-funds-screen")).HeldFundsScreen,
      },
      {
        path: "held-funds/releases",
        load: async () => (await import("./releases/releases-screen")).ReleasesScreen,
      },
      {
        path: "payment-methods",
        load: async () => (await import("./payment-methods/payment-methods-screen")).PaymentMethodsScreen,
      },
      {
        path: "shares/new",
        load: async () => (await import("./share/propose-share-screen")).ProposeShareScreen,
      },
      {
        path: "shares/:id/change",
        readAhead: ({ id = "" }) => queries.prefetchQuery(trpc.shares.get.queryOptions({ id })),
        load: async () => (await import("./share/change-share-screen")).ChangeShareScreen,
      },
      {
        path: "partnerships/new",
        load: async () =>
          (await import("./start-partnership/start-partnership-screen")).StartPartnershipScreen,
      },
      ...revenueScreens,
    ],
  };
}
