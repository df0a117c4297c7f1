import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const SKIPPED = new Set(["node_modules", "dist", "generated", ".turbo", ".test-results", ".data"]);

/** Every file below the `apps` and `packages` of a checkout, as paths with `/` relative to it. */
export async function listSourceFiles(root: string): Promise<string[]> {
  const found = await Promise.all(["apps", "packages"].map((top) => walk(join(root, top))));
  return found
    .flat()
    .map((file) => relative(root, file).split(sep).join("/"))
    .sort();
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .filter(({ name }) => !SKIPPED.has(name))
      .map((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)])),
  );
  return found.flat();
}
