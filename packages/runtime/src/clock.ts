import type { Clock } from "@evenshare/application";
import { DevClock } from "@evenshare/dev-clock";

/** Real time. The one place of the server that asks the machine for it. */
export const systemClock: Clock = { now: () => new Date() };

/** The development clock where its file is named, otherwise real time. */
export function chooseClock(devClockFile: string | undefined): Clock {
  return devClockFile === undefined ? systemClock : new DevClock(devClockFile);
}
