import { useState } from "react";

export interface SeenHeld {
  /** The held amount the person is deciding about; it goes along with the command. */
  readonly expected: bigint;
  /** Whether another amount is held by now. */
  readonly changed: boolean;
  readonly lookAgain: () => void;
}

/**
 * Keeps the held amount as it was when a window opened. When it changes underneath, the person is shown the new one
 * and decides again; the server refuses a decision about an amount that is not held any more.
 */
export function useSeenHeld(held: bigint): SeenHeld {
  const [expected, setExpected] = useState(held);
  return { expected, changed: expected !== held, lookAgain: () => setExpected(held) };
}
