import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, refusalOf, signUp, signUpOwner, startApi, type TestApi } from "./api";

let api: TestApi;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "portal-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Brand</title>");
  writeFileSync(join(folder, "assets", "app-1.js"), "export {};");
  api = await startApi({ BRAND_PORTAL_DIR: folder });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("every answer", () => {
  it.each([
    "/",
    "/milestones/1",
    "/assets/app-1.js",
    "/api/trpc/session.me",
    "/api/nothing",
    "/health/ready",
  ])("R15: %s carries the security headers", async (path) => {
    const { headers } = await new Browser(api, "brand").fetch(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("says HSTS only where the portal is served by TLS", async () => {
    expect((await new Browser(api, "brand").fetch("/")).headers.get("strict-transport-security")).toBeNull();
  });

  it("does not keep answers of the API, and does not take over a request id", async () => {
    const answer = await new Browser(api, "brand").fetch("/api/nothing", {
      headers: { "x-request-id": "forged" },
    });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const body = (await answer.json()) as { requestId: string };
    expect(answer.status).toBe(404);
    expect(body).toMatchObject({ code: "NOT_FOUND", failure: { code: "path.not_found" } });
    expect(body.requestId).toBe(answer.headers.get("x-request-id"));
    expect(body.requestId).not.toBe("forged");
  });
});

describe("bodies", () => {
  const megabyte = 1024 * 1024;

  it("R13: may have 1 MB and not more, also when their length is not said", async () => {
    const browser = new Browser(api, "brand");
    const almost = { name: "x".repeat(megabyte - 200), email: "a", password: "b" };
    expect((await browser.post("/api/auth/sign-up/email", almost)).status).toBe(400);
    const over = { ...almost, name: "x".repeat(megabyte) };
    const refused = await browser.post("/api/auth/sign-up/email", over);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ failure: { code: "body.too_large" } });
    const chunks = new ReadableStream({
      start(controller) {
        for (let index = 0; index < 20; index += 1) controller.enqueue(new Uint8Array(100_000).fill(32));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: chunks, duplex: "half" };
    expect((await browser.fetch("/api/auth/sign-up/email", init)).status).toBe(413);
  });

  it("R13: a batch holds at most 20 calls", async () => {
    const ada = await signUp(api, "brand");
    const batch = (calls: number) => {
      const paths = Array.from({ length: calls }, () => "session.me").join(",");
      return ada.fetch(`/api/trpc/${paths}?batch=1&input=${encodeURIComponent("{}")}`);
    };
    expect((await batch(20)).status).toBe(200);
    expect((await batch(21)).status).toBe(400);
  });
});

describe("errors", () => {
  it("name the field and the reason of a bad input", async () => {
    const { browser } = await signUpOwner(api, "brand");
    const input = { commandKey: "not-a-uuid", name: "x", country: "GB", timeZone: "Europe/London" };
    expect(await refusalOf(browser.trpc.organizations.create.mutate(input))).toMatchObject({
      code: "BAD_REQUEST",
      httpStatus: 400,
      failure: { code: "input.invalid", field: "commandKey" },
      requestId: expect.any(String),
    });
  });

  it.each(["{", '{"json":', "[]", '{"json":{"__proto__":{"a":1}}}', "\u0000"])(
    "refuse the body %j without a word of the inside",
    async (body) => {
      const ada = await signUp(api, "brand");
      const headers = { "content-type": "application/json" };
      const answer = await ada.fetch("/api/trpc/organizations.create", { method: "POST", headers, body });
      const text = await answer.text();
      expect(answer.status).toBe(400);
      expect(text).toMatch(/input\.(invalid|unreadable)/);
      expect(text).not.toMatch(/stack|node_modules|\.ts|Unexpected|position/);
    },
  );

  it("say nothing about a procedure that does not exist", async () => {
    const answer = await new Browser(api, "brand").fetch("/api/trpc/nothing.here");
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/stack|nothing\.here/);
  });

  it("leak nothing when something unexpected happens, and say under which id it was written down", async () => {
    const ada = await signUp(api, "brand");
    const { withAdmin } = await import("@evenshare/database/testing");
    await withAdmin(api.database.url, (client) => client.query("alter table member rename to member_away"));
    try {
      const data = await refusalOf(ada.trpc.session.me.query());
      expect(data).toEqual({
        code: "INTERNAL_SERVER_ERROR",
        httpStatus: 500,
        failure: null,
        requestId: expect.any(String),
      });
      const rest = await ada.fetch("/api/files/3f0c4f5e-0000-4000-8000-000000000000");
      expect(rest.status).toBe(500);
      expect(await rest.json()).toEqual({
        code: "INTERNAL_SERVER_ERROR",
        failure: null,
        requestId: expect.any(String),
      });
    } finally {
      await withAdmin(api.database.url, (client) => client.query("alter table member_away rename to member"));
    }
  });
});

describe("the listener", () => {
  it("decides the portal: no header does", async () => {
    const { browser } = await signUpOwner(api, "brand");
    const headers = { "x-portal": "producer", "x-forwarded-host": "producer.test", host: "producer.test" };
    const answer = await browser.fetch("/api/trpc/session.me", { headers });
    expect(await answer.text()).toContain('"portal":"brand"');
    expect(await refusalOf(browser.trpc.home.producer.query())).toMatchObject({ httpStatus: 404 });
    expect(await refusalOf(browser.trpc.payouts.list.query({}))).toMatchObject({ httpStatus: 404 });
  });
});
