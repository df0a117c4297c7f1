import type { SessionFacts } from "./session-facts";

/** Where a person comes from who is about to get a session. */
export interface Arrival {
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** The session that the browser held in this portal until now; it ends with the new one's beginning. */
  readonly replaces: SessionFacts | null;
}

/** A session has begun: `setCookie` hands it to the browser. */
export interface SignedIn {
  readonly session: SessionFacts;
  readonly setCookie: string;
}
