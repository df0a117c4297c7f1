import { addMember } from "@evenshare/auth";
import { openDatabase } from "@evenshare/database";
import { role } from "@evenshare/domain";
import { systemClock } from "@evenshare/runtime";
import { readEnvironment } from "./env";

/**
 * `evenshare member add <organization id> <e-mail>=<role> …`: exit code 0 when all of them are members now, 1 when one
 * was refused, 2 when the arguments make no sense.
 */
export async function addMembers([organizationId, ...pairs]: readonly string[]): Promise<number> {
  const members = pairs.map(parseMember);
  if (organizationId === undefined || members.length === 0) {
    return fail("name an organization and at least one person", 2);
  }
  const database = openDatabase({ url: readEnvironment().DATABASE_URL });
  try {
    for (const member of members) {
      if (member === null) return fail("a member is written as person@example.com=finance", 2);
      const added = await addMember(database.auth.pool, { organizationId, ...member }, systemClock.now());
      if (!added.ok) return fail(`${member.email}: ${added.failure.code}`, 1);
      process.stdout.write(`${member.email} is ${member.role} of ${organizationId}\n`);
    }
    return 0;
  } finally {
    await database.close();
  }
}

function parseMember(pair: string): { email: string; role: ReturnType<typeof role.parse> } | null {
  const [email = "", name = "", ...rest] = pair.split("=");
  const parsed = role.safeParse(name);
  return email.includes("@") && rest.length === 0 && parsed.success ? { email, role: parsed.data } : null;
}

function fail(reason: string, code: number): number {
  process.stderr.write(`evenshare member add: ${reason}\n`);
  return code;
}
