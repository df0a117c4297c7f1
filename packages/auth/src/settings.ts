import type { Seal } from "@evenshare/application";
import type { OrganizationKind } from "@evenshare/domain";
import type { Pool } from "pg";

/** What sign-in is handed by the process that composes it. */
export interface AuthSettings {
  /** Signs the cookies of both portals; at least 32 characters. */
  readonly secret: string;
  /** Seals second factors. */
  readonly seal: Seal;
  /** Where each portal is served, such as `https://brand.example.com`, without a slash at the end. */
  readonly origins: Readonly<Record<OrganizationKind, string>>;
  /** Connections under the role that may touch the tables of sign-in only. */
  readonly pool: Pool;
  /** Ends sessions, links and hand-overs. They follow real time, also where the product's clock is moved. */
  readonly now: () => Date;
  /** Told what sign-in warns about, without the data it was about. */
  readonly warn: (message: string) => void;
  /** For how long a proof of who somebody is counts as recent; {@link defaultRecentMs} unless given. */
  readonly recentMs?: number;
  /** How many changes one person may make in a minute; {@link defaultChangesPerMinute} unless given. */
  readonly changesPerMinute?: number;
}

/** A session nobody uses ends after this time; use is noted once a minute, so it may be up to a minute less. */
export const idleMs = 30 * 60_000;
export const noteUseAfterMs = 60_000;
/** A session ends after this time however much it is used. */
export const absoluteMs = 12 * 3_600_000;
export const handoverMs = 60_000;
export const defaultRecentMs = 15 * 60_000;
export const defaultChangesPerMinute = 600;

export function otherPortal(portal: OrganizationKind): OrganizationKind {
  return portal === "brand" ? "producer" : "brand";
}
