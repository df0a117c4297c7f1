import { stat } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { SERVER_APPS, serverEntry } from "./production/server-apps";
import { repositoryRoot } from "./repository";

// Each server becomes one file that needs Node and nothing else: no tsx, no node_modules.
for (const app of SERVER_APPS) {
  const entry = join(repositoryRoot, "apps", app, "src/main.ts");
  if (!(await stat(entry).catch(() => null))) throw new Error(`apps/${app} has no src/main.ts to build.`);
  await build({
    entryPoints: [entry],
    outfile: serverEntry(app),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: true,
    minifySyntax: true,
    // Dependencies written as CommonJS ask for `require`, which a module does not have.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    // An optional native addition to pg, which does without.
    external: ["pg-native"],
    logLevel: "warning",
  });
}
