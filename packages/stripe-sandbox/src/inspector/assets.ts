import { readFileSync } from "node:fs";
import type { PageAnswer, PageRequest } from "../http/page";

const assets: Record<string, { file: string; type: string }> = {
  "/assets/sandbox.css": { file: "sandbox.css", type: "text/css; charset=utf-8" },
  "/assets/inspector.js": { file: "inspector-client.js", type: "text/javascript; charset=utf-8" },
};

/** The style sheet and the one script, served by the sandbox itself; null for any other URL. */
export function readAsset(request: PageRequest): PageAnswer | null {
  const asset = request.method === "GET" ? assets[request.path] : undefined;
  if (asset === undefined) return null;
  const body = readFileSync(new URL(`./assets/${asset.file}`, import.meta.url), "utf8");
  const headers = {
    "content-type": asset.type,
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  };
  return { status: 200, headers, body };
}
