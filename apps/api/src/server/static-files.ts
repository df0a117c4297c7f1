import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  readonly contentType: string;
  readonly etag: string;
  readonly cacheControl: string;
}

/**
 * Serves a built portal. The folder is read once, at start, so that no request ever names a path on the disk. Files
 * under `assets/` carry a hash in their name and may be kept for ever; a path that is a page gets the portal's page.
 *
 * @throws Error when the folder holds no `index.html`.
 */
export function staticFiles(folder: string): MiddlewareHandler {
  const files = readFolder(folder);
  const page = files.get("/index.html");
  if (page === undefined) throw new Error(`${folder} holds no index.html: the portal has not been built`);
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const file = files.get(c.req.path) ?? (isPage(c.req.path) ? page : undefined);
    if (file === undefined) return next();
    const headers = {
      "content-type": file.contentType,
      "cache-control": file.cacheControl,
      etag: file.etag,
      vary: "accept-encoding",
    };
    if (c.req.header("if-none-match") === file.etag) return c.body(null, 304, headers);
    const gzipped = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "") ? file.gzipped : null;
    return gzipped === null
      ? c.body(file.bytes, 200, headers)
      : c.body(gzipped, 200, { ...headers, "content-encoding": "gzip" });
  };
}

/** Paths of the server itself never fall back to a page, and neither does what looks like a file. */
function isPage(path: string): boolean {
  return !/^\/(api|webhooks|health|assets)(\/|$)/.test(path) && extname(path) === "";
}

function readFolder(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, full).split(sep).join("/")}`;
    const contentType = contentTypes[extname(entry.name)];
    if (contentType !== undefined) files.set(path, describe(path, contentType, readFileSync(full)));
  }
  return files;
}

function describe(path: string, contentType: string, content: Buffer): StaticFile {
  const bytes = new Uint8Array(content);
  const worthwhile = /^text\/|json|svg/.test(contentType) && bytes.length > 1_000;
  return {
    bytes,
    gzipped: worthwhile ? new Uint8Array(gzipSync(bytes, { level: 9 })) : null,
    contentType,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    cacheControl: path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  };
}
