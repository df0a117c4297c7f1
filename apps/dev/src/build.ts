import { copyFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { documentFiles } from "@evenshare/documents/files";
import { build } from "esbuild";
import { SERVER_APPS, serverEntry } from "./production/server-apps";
import { repositoryRoot } from "./repository";

// Each server becomes a folder that needs Node and nothing else: no tsx, no node_modules.
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
    // Dependencies written as CommonJS ask for `require` and for their file, which a module does not have.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url); const builtFile = import.meta.filename;',
    },
    define: { __filename: "builtFile" },
    // An optional native addition to pg, which does without.
    external: ["pg-native"],
    // What draws documents is native: it comes along, for the kind of machine that this one is.
    loader: { ".node": "copy" },
    logLevel: "warning",
  });
}

const drawsDocuments = dirname(serverEntry("api"));
await Promise.all(documentFiles().map((file) => copyFile(file, join(drawsDocuments, basename(file)))));
