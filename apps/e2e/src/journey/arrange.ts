import { randomUUID } from "node:crypto";
import {
  beginPartnership,
  confirmAddress,
  enterPortal,
  onboardOnHostedPage,
  type PortalPerson,
  payOnHostedPage,
  waitFor,
} from "@evenshare/dev";
import { type CurrencyCode, defaultMilestoneTerms } from "@evenshare/domain";
import type { WorldFacts } from "../world/world-facts";
import { type Newcomer, newcomer } from "./newcomers";

/** Two new organizations that work together, set up through the API. */
export interface Pair {
  readonly brand: PortalPerson & { readonly person: Newcomer };
  readonly producer: PortalPerson & { readonly person: Newcomer };
  readonly partnershipId: string;
}

/** A brand and a payable producer with an accepted agreement, in pounds unless said. */
export async function arrangePair(
  world: WorldFacts,
  brandName: string,
  producerName: string,
  currency: CurrencyCode = "GBP",
): Promise<Pair> {
  const [brand, producer] = await Promise.all([
    enter(world, "brand", newcomer("Bo", brandName)),
    enter(world, "producer", newcomer("Pia", producerName)),
  ]);
  const { url } = await producer.api.account.onboard.mutate({ commandKey: randomUUID() });
  await onboardOnHostedPage(url, {
    companyName: producerName,
    firstName: "Pia",
    lastName: "Holt",
    line1: "4 Quay Street",
    city: "Hull",
    postalCode: "HU1 1AA",
    accountNumber: "GB29 NWBK 6016 1331 9268 19",
  });
  await waitFor(
    "the producer to be payable",
    async () => (await producer.api.account.get.query()).payable || null,
  );
  const partnershipId = await beginPartnership(
    brand,
    { api: producer.api, email: producer.person.email },
    {
      title: `${brandName} and ${producerName}`,
      terms: { ...defaultMilestoneTerms, currency, timeZone: "Europe/London" },
    },
  );
  await producer.api.partnerships.acceptAgreement.mutate({
    commandKey: randomUUID(),
    partnershipId,
    version: 1,
  });
  return { brand, producer, partnershipId };
}

/** A milestone of that pair that both sides agreed to; answers its id. */
export async function arrangeAgreed(
  { brand, producer, partnershipId }: Pair,
  draft: { readonly title: string; readonly amount: bigint; readonly currency: CurrencyCode },
): Promise<string> {
  const key = () => ({ commandKey: randomUUID() });
  const { id } = await brand.api.milestones.draft.mutate({
    ...key(),
    ...draft,
    partnershipId,
    description: "",
    criteria: ["Done as agreed"],
    dueOn: null,
  });
  await brand.api.milestones.propose.mutate({ ...key(), id });
  const { version } = await producer.api.milestones.get.query({ id });
  await producer.api.milestones.agree.mutate({ ...key(), id, version });
  return id;
}

/** A milestone of that pair, funded in full, worked on and submitted; answers its id. Amount in pence. */
export async function arrangeSubmitted(pair: Pair, title: string, amount: bigint): Promise<string> {
  const { brand, producer, partnershipId } = pair;
  const key = () => ({ commandKey: randomUUID() });
  const { id } = await brand.api.milestones.draft.mutate({
    ...key(),
    partnershipId,
    title,
    description: "",
    amount,
    currency: "GBP",
    criteria: ["Done as agreed"],
    dueOn: null,
  });
  await brand.api.milestones.propose.mutate({ ...key(), id });
  const { version, criteria } = await producer.api.milestones.get.query({ id });
  await producer.api.milestones.agree.mutate({ ...key(), id, version });
  const { checkoutUrl } = await brand.api.milestones.fund.mutate({ ...key(), id, amount, currency: "GBP" });
  await payOnHostedPage(checkoutUrl, { name: "Bo", email: brand.person.email });
  await waitFor("the money to be held", async () => {
    const { state } = await brand.api.milestones.get.query({ id });
    return state === "funded" || null;
  });
  await producer.api.milestones.start.mutate({ ...key(), id });
  await producer.api.milestones.submit.mutate({
    ...key(),
    id,
    note: "Here it is.",
    links: [],
    fileIds: [],
    criteria: criteria.map((criterion) => ({ criterionId: criterion.id, met: true, note: "" })),
  });
  return id;
}

async function enter(world: WorldFacts, portal: "brand" | "producer", person: Newcomer) {
  const address = { api: world[portal], origin: world[portal] };
  const entered = await enterPortal(address, person);
  await confirmAddress(world.inbox, address, entered);
  await entered.api.organizations.create.mutate({
    commandKey: randomUUID(),
    name: person.organization,
    country: "GB",
    timeZone: "Europe/London",
  });
  return { ...entered, person };
}
