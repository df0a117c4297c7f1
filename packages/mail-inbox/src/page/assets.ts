import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The page's style sheet. */
export const STYLE = readFileSync(join(import.meta.dirname, "style.css"), "utf8");

/** The page's script: local times, live refresh, delete all. Every page works without it. */
export const SCRIPT = readFileSync(join(import.meta.dirname, "script.js"), "utf8");
