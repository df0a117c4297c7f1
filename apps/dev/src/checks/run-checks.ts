import type { Check, Finding } from "./check";

/**
 * Runs every check, one after another, also after a failure: one run shows everything there is to repair.
 * Answers whether all of them hold.
 */
export async function runChecks(
  checks: readonly Check[],
  root: string,
  out: { write(text: string): unknown },
): Promise<boolean> {
  const failed: string[] = [];
  for (const check of checks) {
    const started = performance.now();
    const finding = await check.run(root).catch(
      (error: unknown): Finding => ({
        ok: false,
        report: error instanceof Error ? error.message : String(error),
      }),
    );
    const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
    if (finding.ok) {
      out.write(`✓ ${check.name} (${[finding.note, seconds].filter(Boolean).join(", ")})\n`);
    } else {
      failed.push(check.name);
      out.write(`✗ ${check.name} (${seconds})\n${indent(finding.report)}\n`);
    }
  }
  const verdict =
    failed.length === 0 ? `Verified: ${checks.length} checks hold` : `Not verified: ${failed.join(", ")}`;
  out.write(`${verdict}\n`);
  return failed.length === 0;
}

function indent(report: string): string {
  return report
    .trim()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
