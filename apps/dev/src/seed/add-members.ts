import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { childEnv } from "../env";
import { repositoryRoot } from "../repository";
import type { Stack } from "../stack/stack";

const run = promisify(execFile);

/** Takes people with an account into an organization, by the command of whoever runs the platform. */
export async function addMembers(
  stack: Stack,
  organizationId: string,
  members: readonly { readonly email: string; readonly role: string }[],
): Promise<void> {
  const main = join(repositoryRoot, "apps/cli/src/main.ts");
  const pairs = members.map(({ email, role }) => `${email}=${role}`);
  await run(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), main, "member", "add", organizationId, ...pairs],
    { cwd: repositoryRoot, env: childEnv({ DATABASE_URL: stack.urls.database }) },
  );
}
