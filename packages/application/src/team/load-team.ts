import type { TenantTransaction } from "@evenshare/database";
import { role } from "@evenshare/domain";
import { z } from "zod";
import type { Scope } from "../scope";

const members = z.array(
  z
    .object({ user_id: z.uuid(), name: z.string(), email: z.string(), role, since: z.date() })
    .transform((row) => ({
      userId: row.user_id,
      name: row.name,
      email: row.email,
      role: row.role,
      since: row.since,
    })),
);

type LoadedMember = z.output<typeof members>[number];

/** The members of the organization whose scope this is, oldest first. */
export async function loadTeam(tx: TenantTransaction): Promise<LoadedMember[]> {
  return members.parse(await tx.$queryRaw`select * from app.list_members()`);
}

/** Lets one change of the team through at a time; two owners who remove each other are one after the other. */
export function lockTeam({ organizationId }: Pick<Scope, "organizationId">) {
  return async (tx: TenantTransaction): Promise<void> => {
    await tx.$executeRaw`select app.lock_team(${organizationId}::uuid)`;
  };
}
