import { expect, test } from "vitest";
import { readEnvironment } from "../src/env";

const complete = {
  DATABASE_URL: "postgres://user@localhost:5432/evenshare",
  BRAND_ORIGIN: "https://brand.example",
  PRODUCER_ORIGIN: "https://producer.example",
  SMTP_URL: "smtp://localhost:25",
  AUTH_SECRET: "x".repeat(32),
  MAIL_FROM: "Evenshare <mail@example.com>",
  STRIPE_SECRET_KEY: "sk_live_x",
  STRIPE_WEBHOOK_SECRET: "whsec_a",
  STRIPE_CONNECT_WEBHOOK_SECRET: "whsec_b",
};

test("every missing variable is named at once", () => {
  const { SMTP_URL: _smtp, STRIPE_SECRET_KEY: _key, ...rest } = complete;
  expect(() => readEnvironment(rest)).toThrow(/STRIPE_SECRET_KEY is missing/);
  expect(() => readEnvironment(rest)).toThrow(/SMTP_URL is missing/);
});

test("production takes no clock that can be moved and no faults on purpose", () => {
  const production = { ...complete, NODE_ENV: "production" };
  expect(readEnvironment(production).WORKER_CONCURRENCY).toBe(8);
  expect(() => readEnvironment({ ...production, DEV_CLOCK_FILE: "clock.json" })).toThrow(/DEV_CLOCK_FILE/);
  expect(() => readEnvironment({ ...production, FAULT_POINT: "before_commit" })).toThrow(/FAULT_POINT/);
});

test("production speaks to no other payment provider", () => {
  const elsewhere = { ...complete, NODE_ENV: "production", STRIPE_API_BASE: "http://127.0.0.1:9000" };
  expect(() => readEnvironment(elsewhere)).toThrow("STRIPE_API_BASE is not Stripe's own host");
});
