import { randomUUID } from "node:crypto";
import type { Deps } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { defaultMilestoneTerms, type OrganizationKind, type Role, roles } from "@evenshare/domain";
import { openServer } from "@evenshare/runtime";
import { defaultKey, startSandbox } from "@evenshare/stripe-sandbox";
import { drainOperations } from "@evenshare/testing";
import { Browser, origins, signUp, signUpOwner, startApi, type TestApi } from "../api";
import { onboardOnPage } from "./pages";

export interface Party {
  readonly organizationId: string;
  readonly email: string;
  /** One person per role. */
  readonly as: Readonly<Record<Role, Browser>>;
}

export interface Outsider {
  readonly browser: Browser;
  /** Null for a browser that nobody has signed in with. */
  readonly organizationId: string | null;
  /** What no answer to them may hold. */
  readonly hidden: readonly string[];
}

/**
 * Two parties with a partnership, and everyone who must not see it: parties of another partnership with one of them, and
 * organizations that have nothing to do with either.
 */
export interface World {
  readonly api: TestApi;
  /** For what the worker does. */
  readonly deps: Deps;
  /** Asks the payment sandbox, its control plane included. */
  readonly askSandbox: (method: "GET" | "POST", path: string, body?: object) => Promise<unknown>;
  /** Stands in every title and text of the partnership, and nowhere else. */
  readonly marker: string;
  /** Stands in the names of both parties; only partners of theirs may read it. */
  readonly nameMarker: string;
  readonly partnershipId: string;
  readonly brand: Party;
  readonly producer: Party;
  readonly outsiders: Readonly<Record<OrganizationKind, readonly Outsider[]>>;
  /** Someone who signed up and has no organization yet. */
  readonly newcomers: Readonly<Record<OrganizationKind, Browser>>;
  readonly anonymous: Readonly<Record<OrganizationKind, Browser>>;
  close(): Promise<void>;
}

export const terms = {
  ...defaultMilestoneTerms,
  currency: "GBP",
  timeZone: "Europe/London",
  firstMinimumStartBp: 5_000,
} as const;

export async function buildWorld(): Promise<World> {
  const sandbox = await startSandbox();
  // A handful of people ask here what hundreds ask elsewhere.
  const unhurried = { CHANGES_PER_MINUTE: "100000" };
  const api = await startApi({ STRIPE_API_BASE: sandbox.url, STRIPE_SECRET_KEY: defaultKey, ...unhurried });
  const server = openServer({
    database: { url: api.database.url },
    payments: {
      secretKey: defaultKey,
      apiBase: sandbox.url,
      platformWebhookSecret: "whsec_1",
      connectWebhookSecret: "whsec_2",
    },
    product: { brandOrigin: origins.brand, producerOrigin: origins.producer, platformFeeBp: 250 },
  });
  const marker = `marker${randomUUID().slice(0, 8)}`;
  const nameMarker = `name${randomUUID().slice(0, 8)}`;
  const [brand, producer] = [
    await createParty(api, "brand", nameMarker),
    await createParty(api, "producer", nameMarker),
  ];
  const partnershipId = await startPartnership(brand.as.owner, producer.as.owner, producer.email, marker);
  const onboarding = await producer.as.owner.trpc.account.onboard.mutate({ commandKey: randomUUID() });
  await onboardOnPage(server.deps, producer.organizationId, onboarding.url);

  const [otherBrand, otherProducer] = [
    await signUpOwner(api, "brand", "Other"),
    await signUpOwner(api, "producer", "Other"),
  ];
  const [strangeBrand, strangeProducer] = [
    await signUpOwner(api, "brand", "Strange"),
    await signUpOwner(api, "producer", "Strange"),
  ];
  await startPartnership(brand.as.owner, otherProducer.browser, otherProducer.email, "Side by side");
  await startPartnership(otherBrand.browser, producer.as.owner, producer.email, "Side by side");
  await startPartnership(strangeBrand.browser, strangeProducer.browser, strangeProducer.email, "Far away");
  return {
    api,
    deps: server.deps,
    askSandbox: (method, path, body) => askSandbox(sandbox.url + path, method, body),
    marker,
    nameMarker,
    partnershipId,
    brand,
    producer,
    outsiders: {
      brand: [
        { ...strangeBrand, hidden: [marker, nameMarker] },
        { ...otherBrand, hidden: [marker] },
      ],
      producer: [
        { ...strangeProducer, hidden: [marker, nameMarker] },
        { ...otherProducer, hidden: [marker] },
      ],
    },
    newcomers: { brand: await signUp(api, "brand"), producer: await signUp(api, "producer") },
    anonymous: { brand: new Browser(api, "brand"), producer: new Browser(api, "producer") },
    async close() {
      await drainOperations(server.deps);
      await server.close();
      await api.close();
      await sandbox.close();
    },
  };
}

async function askSandbox(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${defaultKey}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function createParty(api: TestApi, kind: OrganizationKind, marker: string): Promise<Party> {
  const { browser: owner, organizationId, email } = await signUpOwner(api, kind, `${marker} ${kind}`);
  const members = await Promise.all(
    roles.map(async (role) => {
      if (role === "owner") return [role, owner] as const;
      const browser = await signUp(api, kind);
      await withAdmin(api.database.url, (client) =>
        client.query(
          `insert into member (id, organization_id, user_id, role, created_at)
          select $1, $2, id, $3, now() from "user" where email = $4`,
          [randomUUID(), organizationId, role, browser.email],
        ),
      );
      return [role, browser] as const;
    }),
  );
  const of = (wanted: Role): Browser => members.find(([role]) => role === wanted)?.[1] ?? owner;
  const as = {
    owner,
    finance: of("finance"),
    approver: of("approver"),
    contributor: of("contributor"),
    viewer: of("viewer"),
  };
  return { organizationId, email, as };
}

async function startPartnership(
  brand: Browser,
  producer: Browser,
  producerEmail: string,
  title: string,
): Promise<string> {
  const partnershipId = await beginPartnership(brand, producer, producerEmail, title);
  const accept = { commandKey: randomUUID(), partnershipId, version: 1 };
  await producer.trpc.partnerships.acceptAgreement.mutate(accept);
  return partnershipId;
}

/** A brand invites a producer's person, who accepts: the agreement is proposed. */
export async function beginPartnership(
  brand: Browser,
  producer: Browser,
  email: string,
  title: string,
): Promise<string> {
  const invite = { commandKey: randomUUID(), email, title, terms };
  const { id } = await brand.trpc.partnerships.invite.mutate(invite);
  return (await producer.trpc.invitations.joinWaiting.mutate({ id })).partnershipId;
}
