import type { Seal } from "@evenshare/application";
import type { Pool } from "pg";
import type { Limiter } from "./limits";

/** What the parts of sign-in share. */
export interface AuthParts {
  readonly pool: Pool;
  readonly limiter: Limiter;
  readonly seal: Seal;
  readonly now: () => Date;
}
