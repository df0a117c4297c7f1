import type { DrawStatement, RenderReceipt, SenderDeps } from "@evenshare/application";
import type { Auth } from "@evenshare/auth";
import type { Log } from "@evenshare/runtime";
import type { LiveHub } from "./live/hub";

/** Everything a request may use, put together once by `compose.ts`. */
export interface Services {
  readonly deps: SenderDeps;
  readonly auth: Auth;
  readonly live: LiveHub;
  readonly log: Log;
  readonly renderReceipt: RenderReceipt;
  readonly drawStatement: DrawStatement;
}
