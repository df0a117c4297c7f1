import type { Context } from "./context";
import type { Platform } from "./platform";

/** What the parts of the sandbox need of the whole. */
export interface Engine {
  /** Seconds since 1970 by the development clock. */
  now(): number;
  platform(key: string): Platform;
  /** What a handler works with, at the present unless `now` (seconds) says otherwise. */
  context(
    platform: Platform,
    options?: { account?: string; now?: number; request?: Context["request"] },
  ): Context;
  readonly dispatcher: { deliverBeforeAnswer(platform: Platform): Promise<void> };
}
