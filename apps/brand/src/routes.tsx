import { type PortalData, type PortalRoutes, readAhead, screen } from "@evenshare/portal";
import { Handshake, House, LockKeyhole, Milestone } from "lucide-react";

/** The places of the brand portal, and the screens only it has. */
export function brandRoutes({ queries, trpc }: PortalData): PortalRoutes {
  return {
    places: [
      { href: "/", label: "Home", icon: House },
      { href: "/partnerships", label: "Partners", icon: Handshake, covers: ["/partnerships/"] },
      { href: "/milestones", label: "Milestones", icon: Milestone, covers: ["/milestones/"] },
      { href: "/held-funds", label: "Held funds", icon: LockKeyhole },
    ],
    screens: [
      {
        index: true,
        loader: () => readAhead(queries.prefetchQuery(trpc.home.brand.queryOptions())),
        lazy: () => screen(import("./home/home-screen"), "HomeScreen"),
      },
      {
        path: "held-funds",
        loader: () => readAhead(queries.prefetchQuery(trpc.heldFunds.get.queryOptions())),
        lazy: () => screen(import("./held-funds/held-funds-screen"), "HeldFundsScreen"),
      },
      {
        path: "partnerships/new",
        lazy: () => screen(import("./start-partnership/start-partnership-screen"), "StartPartnershipScreen"),
      },
    ],
  };
}
