import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env";

const complete = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://localhost/evenshare",
  AUTH_SECRET: "a-secret-that-is-long-enough-for-signing",
  BRAND_PORT: "4001",
  PRODUCER_PORT: "4002",
  BRAND_ORIGIN: "https://brand.example.com",
  PRODUCER_ORIGIN: "https://producer.example.com",
  BRAND_PORTAL_DIR: "/srv/brand",
  PRODUCER_PORTAL_DIR: "/srv/producer",
  STRIPE_SECRET_KEY: "sk_test_1",
  STRIPE_WEBHOOK_SECRET: "whsec_1",
  STRIPE_CONNECT_WEBHOOK_SECRET: "whsec_2",
  MAIL_FROM: "Evenshare <partners@example.com>",
};

const required = Object.keys(complete).filter((name) => name !== "NODE_ENV");

describe("the environment", () => {
  it("is read when complete", () => {
    expect(readEnvironment(complete)).toMatchObject({
      BRAND_PORT: 4001,
      TRUSTED_PROXIES: 0,
      HOST: "127.0.0.1",
    });
  });

  it.each(required)("names %s when it is missing in production", (name) => {
    expect(() => readEnvironment({ ...complete, [name]: "" })).toThrow(`${name} is missing`);
  });

  it("names everything that is wrong at once", () => {
    const read = () =>
      readEnvironment({ ...complete, AUTH_SECRET: "short", BRAND_ORIGIN: "https://brand.example.com/" });
    expect(read).toThrow(/AUTH_SECRET has fewer[\s\S]*BRAND_ORIGIN is an origin/);
  });

  it.each([
    ["DEV_CLOCK_FILE", "/tmp/clock.json"],
    ["FAULT_POINT", "before_commit"],
    ["STRIPE_API_BASE", "http://127.0.0.1:9000"],
    ["STRIPE_API_BASE", "https://api.stripe.com.example.net"],
  ])("refuses %s=%s in production and allows it in development", (name, value) => {
    expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(name);
    expect(readEnvironment({ ...complete, NODE_ENV: "development", [name]: value })).toHaveProperty(
      name,
      value,
    );
  });

  it("refuses two portals on one origin", () => {
    expect(() => readEnvironment({ ...complete, PRODUCER_ORIGIN: complete.BRAND_ORIGIN })).toThrow(
      "are the same",
    );
  });
});
