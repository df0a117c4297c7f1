import { expect, test } from "vitest";
import { readDevSettings } from "../src/env";

test("nothing set means the embedded defaults, and so does an empty variable", () => {
  const embedded = {
    dataDir: null,
    external: { databaseUrl: undefined, smtpUrl: undefined, stripe: undefined },
  };
  expect(readDevSettings({})).toEqual(embedded);
  expect(readDevSettings({ DATABASE_URL: "", STRIPE_SECRET_KEY: "", SMTP_URL: "" })).toEqual(embedded);
});

test("one variable replaces one default", () => {
  expect(readDevSettings({ DATABASE_URL: "postgresql://db/x" }).external.databaseUrl).toBe(
    "postgresql://db/x",
  );
  expect(readDevSettings({ SMTP_URL: "smtp://mail" }).external.smtpUrl).toBe("smtp://mail");
});

test("Stripe itself needs the secrets of its webhooks, and the error names them", () => {
  const key = { STRIPE_SECRET_KEY: "sk_test_1" };
  expect(() => readDevSettings(key)).toThrow("STRIPE_WEBHOOK_SECRET and STRIPE_CONNECT_WEBHOOK_SECRET");
  const all = { ...key, STRIPE_WEBHOOK_SECRET: "whsec_1", STRIPE_CONNECT_WEBHOOK_SECRET: "whsec_2" };
  expect(readDevSettings(all).external.stripe).toEqual({
    secretKey: "sk_test_1",
    webhookSecret: "whsec_1",
    connectWebhookSecret: "whsec_2",
  });
});
