import { randomUUID } from "node:crypto";
import { withAdmin } from "@evenshare/database/testing";
import type { Role } from "@evenshare/domain";
import { type Browser, signUp } from "../api";
import { amount, command, submitted } from "./milestones";
import type { World } from "./world";

const thirdPersons = new WeakMap<World, Promise<Browser>>();

/** A release that waits for a second person, asked for by a member of this role, or by somebody who is nobody else. */
export async function askedForRelease(world: World, by: Role | "a third person"): Promise<string> {
  const id = await submitted(world);
  const maker = by === "a third person" ? await thirdPerson(world) : world.brand.as[by];
  await setLimitBehindTheScopes(world, 0n);
  const asked = await maker.trpc.milestones.accept.mutate({ ...command(), id, expectedHeld: amount });
  await setLimitBehindTheScopes(world, null);
  if (asked.approvalId === null) throw new Error("nobody was asked");
  return asked.approvalId;
}

/** The brand's only limit, in pounds; null for none at all. What waits already goes on waiting. */
export async function setLimitBehindTheScopes({ api, brand }: World, limit: bigint | null): Promise<void> {
  await withAdmin(api.database.url, async (client) => {
    await client.query("delete from approval_limit where organization_id = $1", [brand.organizationId]);
    if (limit === null) return;
    await client.query(
      "insert into approval_limit (organization_id, currency, amount, updated_at) values ($1, 'GBP', $2, now())",
      [brand.organizationId, limit],
    );
  });
}

/** Another approver of the brand than the one whom the matrix sends. */
function thirdPerson(world: World): Promise<Browser> {
  const known = thirdPersons.get(world);
  if (known !== undefined) return known;
  const joining = join(world);
  thirdPersons.set(world, joining);
  return joining;
}

async function join({ api, brand }: World): Promise<Browser> {
  const browser = await signUp(api, "brand");
  await withAdmin(api.database.url, (client) =>
    client.query(
      `insert into member (id, organization_id, user_id, role, created_at)
      select $1, $2, id, 'approver', now() from "user" where email = $3`,
      [randomUUID(), brand.organizationId, browser.email],
    ),
  );
  return browser;
}
