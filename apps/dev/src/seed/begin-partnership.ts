import { randomUUID } from "node:crypto";
import type { PortalPerson } from "./portal-person";

type Api = PortalPerson["api"];
type Proposal = Omit<Parameters<Api["partnerships"]["invite"]["mutate"]>[0], "commandKey" | "email">;

/** A brand invites a producer's person, who accepts on Partners; answers the id of the partnership that begins. */
export async function beginPartnership(
  brand: { readonly api: Api },
  producer: { readonly api: Api; readonly email: string },
  proposal: Proposal,
): Promise<string> {
  const input = { ...proposal, email: producer.email, commandKey: randomUUID() };
  const { id } = await brand.api.partnerships.invite.mutate(input);
  const { partnershipId } = await producer.api.invitations.joinWaiting.mutate({ id });
  return partnershipId;
}
