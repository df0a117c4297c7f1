import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { listSourceFiles } from "../checks/source-files";

/** Where each workspace writes the report of its tests, relative to itself. */
export const REPORT_FILE = ".test-results/report.json";

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** The sum over all workspaces, and what is missing in it. */
export interface TestTotals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly problems: readonly string[];
}

/** Forgets the reports of earlier runs, so that none of them is counted again. */
export async function removeReports(root: string): Promise<void> {
  const workspaces = await listWorkspaces(root);
  await Promise.all(workspaces.map((path) => rm(join(root, path, REPORT_FILE), { force: true })));
}

/** Adds up the reports. A workspace that has test files and no report is a problem, not a zero. */
export async function sumReports(root: string, { allMustReport = true } = {}): Promise<TestTotals> {
  const files = await listSourceFiles(root);
  let totals: TestTotals = { passed: 0, failed: 0, skipped: 0, problems: [] };
  for (const workspace of await listWorkspaces(root)) {
    const mustReport =
      allMustReport && files.some((file) => file.startsWith(`${workspace}/`) && /\.test\.tsx?$/.test(file));
    totals = add(totals, await readReport(root, workspace, mustReport));
  }
  return totals;
}

/** The closing line: `Tests: 12 passed, 0 failed`, and the skipped ones when there are any. */
export function closingLine({ passed, failed, skipped }: TestTotals): string {
  return `Tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

async function readReport(root: string, workspace: string, mustReport: boolean): Promise<TestTotals> {
  const nothing = { passed: 0, failed: 0, skipped: 0, problems: [] };
  const text = await readFile(join(root, workspace, REPORT_FILE), "utf8").catch(() => null);
  if (text === null) {
    return mustReport ? { ...nothing, problems: [`${workspace} has tests and left no report.`] } : nothing;
  }
  try {
    const report = reportSchema.parse(JSON.parse(text));
    // A file that fails before its first test has no failed test to count.
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles,
      skipped: report.numPendingTests + report.numTodoTests,
      problems: brokenFiles > 0 ? [`${workspace}: ${brokenFiles} test files failed as a whole.`] : [],
    };
  } catch {
    return { ...nothing, problems: [`${workspace} left a report that cannot be read.`] };
  }
}

function add(one: TestTotals, other: TestTotals): TestTotals {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    problems: [...one.problems, ...other.problems],
  };
}

async function listWorkspaces(root: string): Promise<string[]> {
  const found = await Promise.all(
    ["apps", "packages"].map(async (top) =>
      (await readdir(join(root, top), { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${top}/${name}`),
    ),
  );
  return found.flat().sort();
}
