import type { Clock } from "@evenshare/application";
import type { Auth } from "@evenshare/auth";
import type { LiveHub } from "./live/hub";
import type { Log } from "./server/log";
import type { Deps } from "./trpc/verbs";

/** Everything a request may use, put together once by `compose.ts`. */
export interface Services {
  readonly deps: Deps;
  readonly auth: Auth;
  readonly live: LiveHub;
  /** The product's clock; in development it can be moved. */
  readonly clock: Clock;
  readonly log: Log;
}
