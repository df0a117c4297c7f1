import type { PassFaultPoint } from "@evenshare/application";
import type Stripe from "stripe";

/** What every operation needs: the connection, and the harness's hook. */
export interface Rail {
  readonly stripe: Stripe;
  readonly passFaultPoint: PassFaultPoint;
}
