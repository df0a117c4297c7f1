import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staticFiles } from "./static-files";

let folder: string;
let app: Hono;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-"));
  mkdirSync(join(folder, "dist", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "outside");
  writeFileSync(join(folder, "dist", "index.html"), "<!doctype html><title>Portal</title>");
  writeFileSync(join(folder, "dist", "assets", "app-1a2b3c.js"), "export const x = 1;\n".repeat(200));
  app = new Hono().use(staticFiles(join(folder, "dist")));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the static files of a portal", () => {
  it("keeps hashed assets for ever, compressed where the browser takes it", async () => {
    const plain = await app.request("/assets/app-1a2b3c.js");
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const zipped = await app.request("/assets/app-1a2b3c.js", { headers: { "accept-encoding": "br, gzip" } });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect((await zipped.arrayBuffer()).byteLength).toBeLessThan((await plain.arrayBuffer()).byteLength);
  });

  it.each(["/", "/milestones/3f", "/handover?token=x"])(
    "gives the page for %s, to be asked for again",
    async (path) => {
      const answer = await app.request(path);
      expect(await answer.text()).toContain("<title>Portal</title>");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      const again = await app.request(path, {
        headers: { "if-none-match": answer.headers.get("etag") ?? "" },
      });
      expect(again.status).toBe(304);
    },
  );

  it.each([
    "/api/nothing",
    "/assets/missing.js",
    "/health/x",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
  ])("has nothing for %s", async (path) => {
    const answer = await app.request(path);
    expect(await answer.text()).not.toContain("outside");
    expect(answer.status === 404 || path.startsWith("/..") || path.startsWith("/%2e")).toBe(true);
  });

  it("says at start when the portal has not been built", () => {
    expect(() => staticFiles(join(folder, "dist", "assets"))).toThrow("has not been built");
  });
});
