import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closingLine, REPORT_FILE, removeReports, sumReports } from "../../src/test-run/reports";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "evenshare-reports-"));
  await mkdir(join(root, "apps"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

const report = (counts: object, files: object[] = []) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: files,
    ...counts,
  });

test("adds up what the workspaces report", async () => {
  await write("packages/domain/src/a.test.ts", "");
  await write(
    `packages/domain/${REPORT_FILE}`,
    report({ numPassedTests: 7, numPendingTests: 1, numTodoTests: 1 }),
  );
  await write(`packages/ui/${REPORT_FILE}`, report({ numPassedTests: 3, numFailedTests: 2 }));
  await write("packages/quiet/src/index.ts", "");

  const totals = await sumReports(root);
  expect(totals).toEqual({ passed: 10, failed: 2, skipped: 2, problems: [] });
  expect(closingLine(totals)).toBe("Tests: 10 passed, 2 failed, 2 skipped");
  expect(closingLine({ ...totals, skipped: 0 })).toBe("Tests: 10 passed, 2 failed");
});

test("a file that fails before its first test counts as a failure", async () => {
  const files = [
    { status: "failed", assertionResults: [] },
    { status: "passed", assertionResults: [{ status: "passed" }] },
  ];
  await write(`packages/domain/${REPORT_FILE}`, report({ numPassedTests: 1 }, files));
  expect(await sumReports(root)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    problems: ["packages/domain: 1 test files failed as a whole."],
  });
});

test("tests without a report are a problem, and so is half a report", async () => {
  await write("packages/domain/src/a.test.ts", "");
  await write(`packages/ui/${REPORT_FILE}`, '{"numPassedTests": 3');
  expect((await sumReports(root)).problems).toEqual([
    "packages/domain has tests and left no report.",
    "packages/ui left a report that cannot be read.",
  ]);
});

test("an earlier run's report is not counted", async () => {
  await write("packages/domain/src/a.test.ts", "");
  await write(`packages/domain/${REPORT_FILE}`, report({ numPassedTests: 7 }));
  await removeReports(root);
  expect(await sumReports(root)).toMatchObject({
    passed: 0,
    problems: ["packages/domain has tests and left no report."],
  });
});
