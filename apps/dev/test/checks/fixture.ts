import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { repositoryRoot } from "../../src/repository";

const SETTINGS = [".biome.jsonc", ".biome", ".dependency-cruiser.cjs", ".knip.jsonc"];

const made: string[] = [];

afterAll(() => Promise.all(made.splice(0).map((root) => rm(root, { recursive: true, force: true }))));

/**
 * A checkout of its own with the settings of this one and the given files (path → content). Every
 * workspace in it gets a manifest with an open index and finds the others by name.
 */
export async function makeCheckout(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "evenshare-check-"));
  made.push(root);
  for (const name of SETTINGS) await cp(join(repositoryRoot, name), join(root, name), { recursive: true });
  await write(root, ".gitignore", "node_modules/\n");
  await write(
    root,
    "package.json",
    `${JSON.stringify({ name: "fixture", private: true, workspaces: ["*/*"] }, null, 2)}\n`,
  );
  const workspaces = new Set(
    Object.keys(files)
      .filter((path) => !path.startsWith("node_modules"))
      .map((path) => path.split("/").slice(0, 2).join("/")),
  );
  for (const workspace of workspaces) await makeWorkspace(root, workspace);
  for (const [path, content] of Object.entries(files)) await write(root, path, content);
  return root;
}

async function makeWorkspace(root: string, workspace: string): Promise<void> {
  const name = `@evenshare/${workspace.split("/")[1]}`;
  const manifest = { name, private: true, type: "module", exports: { ".": "./src/index.ts" } };
  await write(root, `${workspace}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  await mkdir(join(root, "node_modules/@evenshare"), { recursive: true });
  await symlink(join(root, workspace), join(root, "node_modules", name));
}

async function write(root: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}
