import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { dkimKeyOf, readEnvironment } from "../src/env";

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

test("F10: the platform's key comes whole or not at all", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const key = { MAIL_DKIM_DOMAIN: "example.com", MAIL_DKIM_SELECTOR: "mail1", MAIL_DKIM_PRIVATE_KEY: pem };
  expect(dkimKeyOf(readEnvironment(complete))).toBeUndefined();
  const expected = { domain: "example.com", selector: "mail1", privateKey: pem };
  expect(dkimKeyOf(readEnvironment({ ...complete, ...key }))).toEqual(expected);
  const onOneLine = { ...key, MAIL_DKIM_PRIVATE_KEY: pem.replaceAll("\n", "\\n") };
  expect(dkimKeyOf(readEnvironment({ ...complete, ...onOneLine }))).toEqual(expected);
  const { MAIL_DKIM_SELECTOR: _selector, ...rest } = key;
  expect(() => readEnvironment({ ...complete, ...rest })).toThrow("MAIL_DKIM_SELECTOR is missing");
  expect(() => readEnvironment({ ...complete, ...key, MAIL_DKIM_PRIVATE_KEY: "x" })).toThrow(
    "MAIL_DKIM_PRIVATE_KEY is not an RSA private key",
  );
});

test("F10: name servers are addresses, and the SPF mechanism is one", () => {
  const servers = "127.0.0.1:5353, 2001:db8::1,[2001:db8::1]:53";
  const read = readEnvironment({ ...complete, DNS_SERVERS: servers, MAIL_SPF: "include:_spf.example.com" });
  expect(read.DNS_SERVERS).toEqual(["127.0.0.1:5353", "2001:db8::1", "[2001:db8::1]:53"]);
  for (const wrong of ["dns.example.com", "127.0.0.1,", "300.0.0.1"]) {
    expect(() => readEnvironment({ ...complete, DNS_SERVERS: wrong })).toThrow("DNS_SERVERS names");
  }
  for (const wrong of ["v=spf1 mx", "include:a b", "-all"]) {
    expect(() => readEnvironment({ ...complete, MAIL_SPF: wrong })).toThrow("MAIL_SPF is not one SPF");
  }
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
