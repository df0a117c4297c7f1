import { randomUUID } from "node:crypto";
import { withAdmin } from "@evenshare/database/testing";
import type { OrganizationKind, Role } from "@evenshare/domain";
import { type Browser, signUp, signUpOwner } from "../api";
import { command } from "./milestones";
import { terms, type World } from "./world";

/** The smallest picture there is: one point. */
export const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const newAddress = () => `${randomUUID()}@example.com`;

/** What the link of the newest mail to an address is worth. */
export function tokenMailedTo(world: World, email: string): Promise<string> {
  return withAdmin(world.api.database.url, async (client) => {
    const { rows } = await client.query<{ token: string }>(
      "select data ->> 'token' as token from mail where to_email = $1 and data ? 'token' order by created_at desc limit 1",
      [email],
    );
    const token = rows[0]?.token;
    if (token === undefined) throw new Error(`nothing was mailed to ${email}`);
    return token;
  });
}

/** Asks an address into an organization of its own, which nobody else has to do with; answers the link's token. */
export async function invitedElsewhere(
  world: World,
  portal: OrganizationKind,
  email: string,
): Promise<string> {
  const { browser } = await signUpOwner(world.api, portal, "Open House");
  await browser.trpc.team.invite.mutate({ ...command(), email, role: "viewer" });
  return tokenMailedTo(world, email);
}

/** A brand of its own asks an address into a partnership; answers the link's token. */
export async function invitedAsPartner(world: World, email: string): Promise<string> {
  const { browser } = await signUpOwner(world.api, "brand", "Open House");
  await browser.trpc.partnerships.invite.mutate({ ...command(), email, title: "Side by side", terms });
  return tokenMailedTo(world, email);
}

/** Somebody new in the brand of the world; answers who. */
export async function anotherMember(world: World, role: Role = "viewer"): Promise<string> {
  const { email } = await signUp(world.api, "brand");
  return join(world, world.brand.organizationId, email, role);
}

/** Puts somebody who has left back where they were. */
export async function comeBack(caller: Browser, organizationId: string, world: World): Promise<void> {
  const { as } = world.brand.organizationId === organizationId ? world.brand : world.producer;
  const role = (["owner", "finance", "approver", "contributor", "viewer"] as const).find(
    (known) => as[known] === caller,
  );
  if (role !== undefined && caller.email !== null) await join(world, organizationId, caller.email, role);
}

function join(world: World, organizationId: string, email: string, role: Role): Promise<string> {
  return withAdmin(world.api.database.url, async (client) => {
    const { rows } = await client.query<{ user_id: string }>(
      `insert into member (id, organization_id, user_id, role, created_at)
      select $1, $2, id, $3, now() from "user" where email = $4
      on conflict (organization_id, user_id) do update set role = $3 returning user_id`,
      [randomUUID(), organizationId, role, email],
    );
    return rows[0]?.user_id ?? "";
  });
}
