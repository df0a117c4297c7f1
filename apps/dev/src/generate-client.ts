import { outputOf, runTool } from "./checks/run-tool";
import { repositoryRoot } from "./repository";

/** Generates the Prisma client when the schema has changed since the last time (turbo remembers). */
export async function generateClient(): Promise<void> {
  const result = await runTool(
    "turbo",
    ["run", "@evenshare/database#db:generate", "--output-logs=errors-only"],
    repositoryRoot,
  );
  if (result.code !== 0) throw new Error(`The Prisma client could not be generated:\n${outputOf(result)}`);
}
