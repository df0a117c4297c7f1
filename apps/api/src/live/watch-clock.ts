import type { Clock } from "@evenshare/application";

/** More than timers are ever late by; less than anybody moves a clock. */
const jumpMs = 2_000;

/**
 * Notices when the development clock is moved, by comparing its pace with the machine's own: whoever has a page open
 * should see the new time at once. Real time is not watched.
 */
export function watchClock(
  clock: Clock,
  machine: Clock,
  jumped: () => void,
  everyMs = 500,
): { close(): void } {
  const aheadOf = () => clock.now().getTime() - machine.now().getTime();
  let ahead = aheadOf();
  const timer = setInterval(() => {
    const now = aheadOf();
    if (Math.abs(now - ahead) > jumpMs) jumped();
    ahead = now;
  }, everyMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
