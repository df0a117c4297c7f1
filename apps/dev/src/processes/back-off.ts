const FIRST_MS = 250;
const LONGEST_MS = 10_000;
const SETTLED_AFTER_MS = 30_000;

/** Pauses between starts of a service that keeps dying. */
export interface BackOff {
  /** Twice the last one, up to ten seconds. */
  nextPauseMs(): number;
  /** It is ready: when it now lives for half a minute, its next pause is the first one again. */
  healthy(): void;
}

/** A back-off on the given clock (milliseconds, rising). */
export function createBackOff(now: () => number = () => performance.now()): BackOff {
  let pause = FIRST_MS;
  let healthySince: number | null = null;
  return {
    nextPauseMs() {
      if (healthySince !== null && now() - healthySince >= SETTLED_AFTER_MS) pause = FIRST_MS;
      healthySince = null;
      const current = pause;
      pause = Math.min(pause * 2, LONGEST_MS);
      return current;
    },
    healthy() {
      healthySince = now();
    },
  };
}
