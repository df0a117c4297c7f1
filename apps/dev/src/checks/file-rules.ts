import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "./check";
import { listSourceFiles } from "./source-files";

const MAX_LINES = 300;
const DRAWERS = new Set(["utils", "util", "helpers", "helper", "lib", "common", "misc", "shared"]);
const CODE = /\.(ts|tsx|js|mjs|cjs)$/;

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

type Rule = (file: SourceFile) => string | null;

const RULES: readonly Rule[] = [
  function noDrawers({ path }) {
    const part = path.split(/[/.]/).find((name) => DRAWERS.has(name));
    return part ? `'${part}' says nothing about what is inside: name it after what it does` : null;
  },
  function staysSmall({ path, text }) {
    const lines = text.split("\n").length - 1;
    return CODE.test(path) && lines > MAX_LINES
      ? `${lines} lines: past ${MAX_LINES} a file is two things`
      : null;
  },
  function leavesNothingOpen({ path, text }) {
    // Written in pieces so that this file does not find itself.
    const marker = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME"].join("|")})\\b`).exec(text);
    return CODE.test(path) && marker ? `'${marker[1]}': finish it, or open an issue` : null;
  },
  function suppressesWithReason({ path, text }) {
    const silent = /@ts-(ignore|nocheck|expect-error(?!:? \S))/.exec(text);
    return CODE.test(path) && silent ? `'${silent[0]}' without a reason` : null;
  },
  function setsEachTestFree({ path, text }) {
    if (!/\.test\.tsx?$/.test(path)) return null;
    return /\bretry\s*[:(]|\.retry\(/.test(text) ? "a test that needs a second try proves nothing" : null;
  },
];

/** Rules about whole files that no linter has. */
export const fileRulesCheck: Check = {
  name: "file rules",
  async run(root) {
    const paths = await listSourceFiles(root);
    const files = await Promise.all(
      paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })),
    );
    const problems = files.flatMap((file) =>
      RULES.flatMap((rule) => {
        const problem = rule(file);
        return problem ? [`${rule.name}: ${file.path}: ${problem}`] : [];
      }),
    );
    return problems.length > 0
      ? { ok: false, report: problems.join("\n") }
      : { ok: true, note: `${files.length} files` };
  },
};
