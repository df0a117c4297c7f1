import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Browser, signUpOwner, startApi, type TestApi } from "../api";
import { call, read } from "./call";
import { type ListedProcedure, listProcedures } from "./list-procedures";
import { isStrict, walkSchema } from "./schema-walk";

const procedures = listProcedures();
const byPath = (wanted: string): ListedProcedure => {
  const found = procedures.find(({ path }) => path === wanted);
  if (found === undefined) throw new Error(`there is no ${wanted}`);
  return found;
};

let api: TestApi;
let brand: Browser;
beforeAll(async () => {
  api = await startApi();
  brand = (await signUpOwner(api, "brand")).browser;
});
afterAll(() => api.close());

describe("what comes in and goes out", () => {
  it.each(procedures)("R13: $path takes and gives only members that it names", ({ type, inputs, output }) => {
    if (type !== "subscription") expect(output).not.toBeNull();
    for (const schema of [...inputs, ...(output === null ? [] : [output])])
      for (const part of walkSchema(schema)) expect(isStrict(part.schema), part.path).toBe(true);
  });

  it("R13: the walk finds an object that lets more in, however deep", () => {
    const loose = z.strictObject({ list: z.array(z.object({ inner: z.string() }).nullable()).optional() });
    expect([...walkSchema(loose)].filter(({ schema }) => !isStrict(schema)).map(({ path }) => path)).toEqual([
      ".list[]",
    ]);
  });

  it.each(procedures)("R13: $path bounds every list and text that comes in", ({ inputs }) => {
    for (const schema of inputs) {
      const parts = [...walkSchema(schema)];
      // A text that goes through several steps is bounded when one of them is.
      const steps = new Set(
        parts.filter(({ schema: part }) => part instanceof z.ZodPipe).map(({ path }) => path),
      );
      for (const { path, schema: part } of parts) {
        if (part instanceof z.ZodArray)
          expect(part.safeParse(new Array(10_001).fill("x")).success, path).toBe(false);
        if (part instanceof z.ZodPipe || (part instanceof z.ZodString && !steps.has(path)))
          expect(part.safeParse("x".repeat(100_001)).success, path).toBe(false);
      }
    }
  });

  // A limit beside a cursor is the length of a page; others are amounts.
  const paged = procedures.filter(({ inputs }) =>
    inputs.some((schema) => {
      const paths = [...walkSchema(schema)].map(({ path }) => path);
      return paths.includes(".limit") && paths.includes(".cursor");
    }),
  );

  it("R13: every list that goes on over pages says how long a page is", () => {
    const lists = procedures.filter(
      ({ output }) =>
        output !== null && [...walkSchema(output)].some(({ path }) => path.endsWith("nextCursor")),
    );
    expect(lists.length).toBeGreaterThan(2);
    const pagedPaths = paged.map(({ path }) => path);
    for (const { path } of lists) expect(pagedPaths).toContain(path);
  });

  it.each(paged)("R13: $path gives at most a hundred rows a page", ({ inputs }) => {
    for (const schema of inputs)
      for (const { path, schema: part } of walkSchema(schema))
        if (path === ".limit") {
          expect(z.safeParse(part, 101).success).toBe(false);
          expect(z.safeParse(part, 0).success).toBe(false);
          expect(z.safeParse(part, 100).success).toBe(true);
        }
  });
});

describe("addresses that people give", () => {
  it("R13: are taken at these places only", () => {
    const places = procedures.flatMap(({ path, inputs }) =>
      inputs.flatMap((schema) =>
        [...walkSchema(schema)]
          .filter(({ schema: part }) => part instanceof z.ZodURL)
          .map((part) => path + part.path),
      ),
    );
    expect([...new Set(places)]).toEqual(["milestones.submit.links[]"]);
  });

  it("R13: are never fetched: no part of the server opens an address but the payment provider's and its own", async () => {
    const folders = ["apps/api", "apps/worker", "packages/application", "packages/auth", "packages/database"];
    const root = join(import.meta.dirname, "../../../..");
    const callers: string[] = [];
    let looked = 0;
    for (const folder of [
      ...folders,
      "packages/domain",
      "packages/email",
      "packages/payments",
      "packages/runtime",
    ]) {
      for (const entry of await readdir(join(root, folder, "src"), {
        recursive: true,
        withFileTypes: true,
      })) {
        const file = join(entry.parentPath, entry.name);
        if (!/\.tsx?$/.test(file) || /\.test\.|generated/.test(file)) continue;
        looked += 1;
        const text = await readFile(file, "utf8");
        if (
          /(?<![.\w])fetch\(|https?\.(request|get)\(|from "(undici|axios|got|node:https|node:net|node:tls|node:dns(?:\/promises)?)"/.test(
            text,
          )
        )
          callers.push(file.slice(root.length + 1));
      }
    }
    expect(looked).toBeGreaterThan(200);
    // One reads addresses, one watches the connections to PostgreSQL and opens none, one looks for free ports in
    // development, one speaks to the payment provider's fixed host, and one asks the name servers for TXT records, of
    // names that end in a mail domain.
    expect(callers.sort()).toEqual([
      "apps/api/src/server/client-address.ts",
      "packages/database/src/connection/silence.ts",
      "packages/database/src/embedded/ports.ts",
      "packages/payments/src/client/one-attempt-client.ts",
      "packages/runtime/src/dns-lookup.ts",
    ]);
  });
});

describe("requests of other shapes", () => {
  it.each(procedures.filter(({ type }) => type !== "subscription"))(
    "R13: $path answers its own method only",
    async ({ path, type }) => {
      const other = type === "query" ? "mutation" : "query";
      expect((await call(brand, path, other, undefined)).status).toBe(405);
    },
  );

  it.each(["PUT", "PATCH", "DELETE", "PROPFIND"])("R13: %s is answered nowhere", async (method) => {
    for (const path of [
      "/api/trpc/session.me",
      "/api/files",
      "/api/auth/sign-out",
      "/webhooks/stripe",
      "/health",
    ]) {
      const answer = await brand.fetch(path, { method });
      expect([404, 405], path).toContain(answer.status);
      await answer.text();
    }
  });

  it("R13: TRACE, which would echo headers, is refused", async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(`${api.urlOf("brand")}/api/trpc/session.me`, { method: "TRACE" }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on("error", reject);
      sent.end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    "/api/trpc/milestones.draft",
    "/api/auth/sign-in/email",
    "/api/auth/sign-up/email",
    "/webhooks/stripe",
    "/webhooks/stripe-connect",
  ])("R13: %s takes no body above 1 MB", async (path) => {
    const answer = await read(await brand.post(path, { padding: "x".repeat(1024 * 1024) }));
    expect(answer).toMatchObject({ status: 413, failure: "body.too_large" });
  });

  // What takes no input at all has nothing to be sent nonsense for, and may end the session that asks.
  it.each(procedures.filter(({ type, inputs }) => type === "mutation" && inputs.length > 0))(
    "R13: $path says nothing of its insides when it is sent nonsense",
    async ({ path }) => {
      for (const body of ["{", "[]", '{"json":{"__proto__":{"x":1},"id":{"$ne":null}}}', '"x"', "\u0000"]) {
        const headers = { "content-type": "application/json" };
        const answer = await read(await brand.fetch(`/api/trpc/${path}`, { method: "POST", headers, body }));
        expect(answer.status, body).toBeLessThan(500);
        expect(answer.text).not.toMatch(/node_modules|\.ts:|prisma|ZodError|stack|syntax error|SELECT/i);
      }
    },
  );

  it("R13: a member that the schema does not name is refused with its name", async () => {
    expect(byPath("milestones.propose").type).toBe("mutation");
    const input = { commandKey: randomUUID(), id: randomUUID(), organizationId: randomUUID() };
    const answer = await call(brand, "milestones.propose", "mutation", input);
    expect(answer).toMatchObject({ status: 400, failure: "input.invalid" });
    expect(answer.text).toContain("organizationId");
  });
});
