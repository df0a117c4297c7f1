import type { views } from "@evenshare/domain";

export type LiveEvent = views.LiveEvent;

/** Hands hints to the open streams of an organization. */
export interface LiveHub {
  /** The hints for one organization until `signal` ends. */
  subscribe(organizationId: string, signal: AbortSignal | undefined): AsyncIterable<LiveEvent>;
}
