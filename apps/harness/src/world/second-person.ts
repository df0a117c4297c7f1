import { randomUUID } from "node:crypto";
import { confirmAddress } from "@evenshare/dev";
import { PortalClient } from "../product/portal-client";
import type { World } from "./open-world";

/** Somebody else who may release for the brand: an approver, taken in by whoever runs the platform. */
export async function addSecondPerson({ product, brandId }: World): Promise<PortalClient> {
  const origin = product.stack.urls.brand;
  const password = "harness, not a person";
  const client = new PortalClient(origin, password);
  const email = `${randomUUID()}@example.test`;
  const person = { name: "Bo South", email, password };
  const answer = await client.post("/api/auth/sign-up/email", person);
  if (answer.status !== 200) throw new Error(`signing up answered ${answer.status}: ${await answer.text()}`);
  await confirmAddress(product.inboxUrl, { api: origin, origin }, { api: client.trpc });
  await product.database.query(
    `insert into member (id, organization_id, user_id, role, created_at)
    select gen_random_uuid(), $1, id, 'approver', now() from "user" where email = $2`,
    [brandId, email],
  );
  return client;
}
