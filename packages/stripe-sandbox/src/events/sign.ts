import { createHmac } from "node:crypto";

/** The `Stripe-Signature` of a payload: HMAC-SHA256 over `timestamp.payload` with the endpoint's secret. */
export function signatureHeader(payload: string, secret: string, timestamp: number): string {
  const signature = createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex");
  return `t=${timestamp},v1=${signature}`;
}
