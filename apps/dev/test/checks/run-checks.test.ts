import { expect, test } from "vitest";
import type { Check } from "../../src/checks/check";
import { runChecks } from "../../src/checks/run-checks";

const passing: Check = { name: "good", run: async () => ({ ok: true, note: "3 files" }) };
const failing: Check = { name: "bad", run: async () => ({ ok: false, report: "a.ts: wrong\nb.ts: wrong" }) };
const broken: Check = {
  name: "broken",
  run: async () => {
    throw new Error("tool is missing");
  },
};

async function run(checks: Check[]): Promise<{ ok: boolean; text: string }> {
  let text = "";
  const ok = await runChecks(checks, "/", { write: (more) => (text += more) });
  return { ok, text: text.replaceAll(/\d+\.\d s/g, "n s") };
}

test("says what holds", async () => {
  expect(await run([passing])).toEqual({
    ok: true,
    text: "✓ good (3 files, n s)\nVerified: 1 checks hold\n",
  });
});

test("goes on after a failure, and a tool that cannot run is one", async () => {
  const { ok, text } = await run([failing, broken, passing]);
  expect(ok).toBe(false);
  expect(text).toBe(
    "✗ bad (n s)\n  a.ts: wrong\n  b.ts: wrong\n✗ broken (n s)\n  tool is missing\n✓ good (3 files, n s)\nNot verified: bad, broken\n",
  );
});
