import { describe, expect, it } from "vitest";
import { connectStripe } from "./connect-stripe";

describe("the safety switch", () => {
  it.each([
    "http://127.0.0.1:12111",
    "https://api.stripe.com.example.org",
    "http://api.stripe.com",
    "https://api.stripe.com:8443",
  ])("refuses a live key for %s", (apiBase) => {
    for (const secretKey of ["sk_live_abc123", "rk_live_abc123"]) {
      expect(() => connectStripe({ secretKey, apiBase })).toThrow(/live Stripe key is refused/);
      expect(() => connectStripe({ secretKey, apiBase })).not.toThrow(/abc123/);
    }
  });

  it("lets a live key go to Stripe, and a test key anywhere", () => {
    expect(() => connectStripe({ secretKey: "sk_live_abc123" })).not.toThrow();
    expect(() =>
      connectStripe({ secretKey: "sk_live_abc123", apiBase: "https://api.stripe.com" }),
    ).not.toThrow();
    expect(() => connectStripe({ secretKey: "sk_test_abc123", apiBase: "http://127.0.0.1:1" })).not.toThrow();
  });

  it.each(["", "abc", "pk_test_abc", "sk_test_", "sk_test_a b"])(
    "refuses %j, which is no secret key",
    (secretKey) => {
      expect(() => connectStripe({ secretKey })).toThrow(/secret key must begin/);
    },
  );

  it.each(["127.0.0.1:1", "ftp://127.0.0.1", "http://127.0.0.1/v1", "http://user@127.0.0.1"])(
    "refuses the address %s",
    (apiBase) => {
      expect(() => connectStripe({ secretKey: "sk_test_abc", apiBase })).toThrow(/API base/);
    },
  );
});
