import { z } from "zod";
import type { Check } from "./check";
import { outputOf, runTool } from "./run-tool";
import { listSourceFiles } from "./source-files";

const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    totalCruised: z.number(),
    totalDependenciesCruised: z.number().default(0),
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({
      forbidden: z.array(z.object({ name: z.string().optional(), comment: z.string().optional() })),
    }),
  }),
});

type Cruise = z.infer<typeof cruiseSchema>;

/** Who may import whom, and no cycles: dependency-cruiser with the rules of the checkout. */
export const importCheck: Check = {
  name: "import rules",
  async run(root) {
    const result = await runTool(
      "depcruise",
      ["apps", "packages", "--config", ".dependency-cruiser.cjs", "--output-type", "json"],
      root,
    );
    const cruise = parseCruise(result.stdout);
    if (!cruise) return { ok: false, report: `dependency-cruiser did not answer:\n${outputOf(result)}` };
    const problems = [
      ...(await findUnseen(root, cruise)),
      ...cruise.summary.violations.map(describe(cruise)),
    ];
    if (problems.length > 0) return { ok: false, report: problems.join("\n") };
    return { ok: true, note: `${cruise.summary.totalCruised} modules` };
  },
};

function parseCruise(json: string): Cruise | null {
  try {
    return cruiseSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/**
 * Without a parser for TypeScript the tool sees no modules, or modules without imports, finds nothing
 * wrong and reports success. So every file must have been seen, and imports among them.
 */
async function findUnseen(root: string, { modules, summary }: Cruise): Promise<string[]> {
  const seen = new Set(modules.map(({ source }) => source));
  const expected = (await listSourceFiles(root)).filter((file) => /(?<!\.d)\.tsx?$/.test(file));
  const unseen = expected.filter((file) => !seen.has(file));
  if (summary.totalCruised === 0 || seen.size === 0) return ["No modules were cruised: nothing was checked."];
  if (summary.totalDependenciesCruised === 0) return ["No imports were seen: nothing was checked."];
  return unseen.map((file) => `${file} was not cruised: its imports are unchecked.`);
}

function describe({ summary }: Cruise) {
  const comments = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return ({ from, to, rule, cycle }: Cruise["summary"]["violations"][number]): string => {
    const path = cycle ? cycle.map(({ name }) => name).join(" → ") : to;
    return `${rule.name}: ${from} → ${path}\n    ${comments.get(rule.name) ?? ""}`;
  };
}
