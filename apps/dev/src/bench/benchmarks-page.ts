import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../repository";
import { type BenchRow, tableRow } from "./bench-row";

const page = join(repositoryRoot, "docs/benchmarks.md");
const head = ["| row | what | ours | anchor | ratio | target |", "| --- | --- | ---: | ---: | ---: | --- |"];

/**
 * Puts rows that were just measured into `docs/benchmarks.md`, in place of the earlier ones of the same ids, and says
 * when and on what.
 */
export async function recordBenchmarks(rows: readonly BenchRow[]): Promise<void> {
  const text = await readFile(page, "utf8");
  await writeFile(page, withTable(text, rows, describeMachine(new Date())));
}

/** Replaces what stands between two marks, e.g. the costs of the layers. */
export async function recordPart(name: string, lines: readonly string[]): Promise<void> {
  const text = await readFile(page, "utf8");
  await writeFile(page, withPart(text, name, lines));
}

/** The page with the table's rows replaced by id; those of other ids stay. */
export function withTable(text: string, rows: readonly BenchRow[], measured: string): string {
  const renewed = new Set(rows.map(({ id }) => id));
  const kept = partOf(text, "rows").filter((line) => {
    const id = /^\| (P\d+) \|/.exec(line)?.[1];
    return id !== undefined && !renewed.has(id);
  });
  const lines = [...kept, ...rows.map((row) => `${tableRow(row)} ${measured} |`)];
  lines.sort((a, b) => idOf(a) - idOf(b));
  const header = head.map((line, index) => `${line} ${index === 0 ? "measured" : "---"} |`);
  return withPart(text, "rows", [...header, ...lines]);
}

function withPart(text: string, name: string, lines: readonly string[]): string {
  const [before, , after] = cut(text, name);
  return [...before, `<!-- ${name} -->`, ...lines, `<!-- end of ${name} -->`, ...after].join("\n");
}

function partOf(text: string, name: string): readonly string[] {
  return cut(text, name)[1];
}

function cut(text: string, name: string): readonly [readonly string[], readonly string[], readonly string[]] {
  const lines = text.split("\n");
  const from = lines.indexOf(`<!-- ${name} -->`);
  const to = lines.indexOf(`<!-- end of ${name} -->`);
  if (from === -1 || to < from) throw new Error(`docs/benchmarks.md has no part '${name}'`);
  return [lines.slice(0, from), lines.slice(from + 1, to), lines.slice(to + 1)];
}

function idOf(line: string): number {
  return Number(/^\| P(\d+)/.exec(line)?.[1] ?? 0);
}

function describeMachine(now: Date): string {
  return `${now.toISOString().slice(0, 10)}, ${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(0)}`;
}
