import type { OrganizationKind } from "@evenshare/domain";
import { createContext, type ReactNode, useContext } from "react";

export interface Portal {
  readonly side: OrganizationKind;
  /** "for brands": stands beside the wordmark. */
  readonly name: string;
  readonly otherName: string;
}

const portals: Record<OrganizationKind, Portal> = {
  brand: { side: "brand", name: "for brands", otherName: "producer portal" },
  producer: { side: "producer", name: "for producers", otherName: "brand portal" },
};

const PortalContext = createContext<Portal>(portals.brand);

export function PortalProvider({ side, children }: { side: OrganizationKind; children: ReactNode }) {
  return <PortalContext value={portals[side]}>{children}</PortalContext>;
}

/** Which portal this is. Screens both sides share read their `side` here. */
export function usePortal(): Portal {
  return useContext(PortalContext);
}
