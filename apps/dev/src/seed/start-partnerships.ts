import { type PartnershipKey, partnerships } from "./agreements";
import { type OrganizationKey, organizations, people } from "./cast";
import { onboardOnHostedPage } from "./sandbox-pages";
import { command, type Teller } from "./teller";
import { waitFor } from "./wait";

/** The brand invites, the producer accepts: answers the partnership's id. The agreement is proposed with it. */
export async function startPartnership(teller: Teller, key: PartnershipKey): Promise<string> {
  const { brand, producer, title, terms } = partnerships[key];
  const { id } = await command(
    teller,
    `invite to ${key}`,
    () => ({ email: people[organizations[producer].owner].email, title, terms }),
    (input) => teller.at(brand).api.partnerships.invite.mutate(input),
  );
  // Whoever accepts again gets the same answer.
  const { partnershipId } = await teller.at(producer).api.invitations.joinWaiting.mutate({ id });
  return partnershipId;
}

/** The producer accepts the proposed agreement. */
export async function acceptAgreement(
  teller: Teller,
  key: PartnershipKey,
  partnershipId: string,
): Promise<void> {
  const { producer } = partnerships[key];
  await command(
    teller,
    `accept the agreement of ${key}`,
    () => ({ partnershipId, version: 1 }),
    (input) => teller.at(producer).api.partnerships.acceptAgreement.mutate(input),
  );
}

/** Sets a producer up to be paid, on the payment provider's page; resolves when it can be. */
export async function onboard(teller: Teller, key: OrganizationKey): Promise<void> {
  const { payee } = organizations[key];
  if (payee === null) return;
  const { account } = teller.at(key).api;
  await teller.journal.remember(`onboard ${key}`, async () => {
    // A page is open for five minutes only, so it is asked for again when a story goes on.
    const { url } = await account.onboard.mutate({ commandKey: crypto.randomUUID() });
    await onboardOnHostedPage(url, payee);
  });
  await waitFor(
    `${payee.companyName} to be payable`,
    async () => (await account.get.query()).payable || null,
  );
}
