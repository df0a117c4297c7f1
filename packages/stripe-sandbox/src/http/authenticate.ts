import { defaultKey, type Platform } from "../platform";
import { StripeError, unauthorized } from "./stripe-error";

const keyShape = /^sk_test_[A-Za-z0-9_]{1,200}$/;

/** The secret key of a request, from `Authorization: Bearer` or as the user of `Basic`. */
export function secretKeyOf(authorization: string | null): string {
  const key = presentedKey(authorization);
  if (key === null || key === "") {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (!keyShape.test(key)) throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
  return key;
}

/** The same for the control plane, where a request without a key means the default platform. */
export function controlKeyOf(authorization: string | null): string {
  return authorization === null ? defaultKey : secretKeyOf(authorization);
}

/** The account a request acts for. */
export function actingAccount(platform: Platform, stripeAccount: string | null): string {
  if (stripeAccount === null) return platform.account;
  const connected = platform.store.get("onboardings", stripeAccount)?.deauthorized !== true;
  if (connected && platform.store.get("accounts", stripeAccount) !== undefined) return stripeAccount;
  throw new StripeError(
    403,
    {
      type: "invalid_request_error",
      code: "account_invalid",
      message: `The provided key '${masked(platform.key)}' does not have access to account '${stripeAccount}' (or that account does not exist). Application access may have been revoked.`,
    },
    { refusedAtTheDoor: true },
  );
}

function presentedKey(authorization: string | null): string | null {
  const [scheme = "", value = ""] = (authorization ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() === "basic")
    return Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? null;
  return null;
}

function masked(key: string): string {
  return key.length <= 12 ? "****" : `${key.slice(0, 8)}****${key.slice(-4)}`;
}
