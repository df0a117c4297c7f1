import Stripe from "stripe";
import { parseApiBase, refuseLiveKeyElsewhere } from "./api-base";
import { createOneAttemptClient } from "./one-attempt-client";

const defaultTimeoutMs = 20_000;

export interface StripeConnection {
  readonly secretKey: string;
  /** Address of the local sandbox; Stripe itself when absent. */
  readonly apiBase?: string | undefined;
  /** Longest time one call may take from start to end, in milliseconds. */
  readonly timeoutMs?: number | undefined;
}

/**
 * The SDK's client, with everything it would do on its own switched off: no retries (the job decides, under the same
 * key), no telemetry. The API version is the one this SDK release is pinned to.
 *
 * @throws Error when the key or the address is wrong, or a live key would leave for a host that is not Stripe.
 */
export function connectStripe({ secretKey, apiBase, timeoutMs }: StripeConnection): Stripe {
  const address = parseApiBase(apiBase);
  refuseLiveKeyElsewhere(secretKey, address);
  return new Stripe(secretKey, {
    ...address,
    timeout: timeoutMs ?? defaultTimeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: createOneAttemptClient(),
    appInfo: { name: "Evenshare" },
  });
}
