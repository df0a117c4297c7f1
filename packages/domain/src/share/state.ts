import { type ShareVersionStatus, wasActivated } from "./version";

/** How an agreement stands: what counts, and whether something waits for an answer. */
export const shareStates = ["proposed", "active", "changing", "declined", "withdrawn"] as const;
export type ShareState = (typeof shareStates)[number];

/** The state of an agreement by its versions, oldest first. `changing` is in force with a later version proposed. */
export function shareStateOf(versions: readonly { readonly status: ShareVersionStatus }[]): ShareState {
  const active = versions.some(wasActivated);
  if (versions.some(({ status }) => status === "proposed")) return active ? "changing" : "proposed";
  if (active) return "active";
  return versions.at(-1)?.status === "withdrawn" ? "withdrawn" : "declined";
}
