/** The part of the Web Locks API that an election needs. */
export type Locks = Pick<LockManager, "request">;

export interface Election {
  /** Undefined where the browser has no Web Locks; then every tab leads itself. */
  readonly locks: Locks | undefined;
  readonly name: string;
  /** Runs while this tab leads; must end soon after `signal` fires. */
  readonly lead: (signal: AbortSignal) => Promise<void>;
}

/**
 * Lets exactly one tab of this origin run `lead`. When the leading tab closes, crashes or stops, the browser hands the
 * lock to a waiting one. Returns what ends this tab's part.
 */
export function electLeader({ locks, name, lead }: Election): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  void (locks ? campaign(locks, name, lead, signal) : lead(signal));
  return () => stopped.abort();
}

async function campaign(
  locks: Locks,
  name: string,
  lead: Election["lead"],
  signal: AbortSignal,
): Promise<void> {
  try {
    await locks.request(name, { signal }, () => (signal.aborted ? undefined : lead(signal)));
  } catch (error) {
    // Stopping while still waiting for the lock ends in an AbortError: that is what stopping means.
    if (!signal.aborted) throw error;
  }
}
