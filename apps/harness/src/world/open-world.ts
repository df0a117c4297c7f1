import { randomUUID } from "node:crypto";
import { beginPartnership, confirmAddress } from "@evenshare/dev";
import { completeOnboarding } from "../product/hosted-pages";
import type { Product } from "../product/open-product";
import { PortalClient } from "../product/portal-client";
import { waitUntil } from "../wait";
import { openReleaseBook, type ReleaseBook } from "./release-book";

const password = "harness, not a person";

/** A brand and a producer who have agreed on terms; the producer can be paid. */
export interface World {
  readonly product: Product;
  readonly brand: PortalClient;
  readonly producer: PortalClient;
  readonly brandId: string;
  readonly producerId: string;
  readonly producerEmail: string;
  readonly partnershipId: string;
  /** What the brand was told. */
  readonly book: ReleaseBook;
  /** A browser at the brand portal in which nobody has signed in. */
  guest(): PortalClient;
}

/** Signs both people up over the portals' own API and brings their partnership to life. */
export async function openWorld(product: Product): Promise<World> {
  const [brand, producer] = await Promise.all([
    signUpOwner(product, brandPortal(product), "Wiesen Farm"),
    signUpOwner(product, producerPortal(product), "Studio North"),
  ]);
  const partnershipId = await beginPartnership(
    { api: brand.client.trpc },
    { api: producer.client.trpc, email: producer.email },
    {
      title: "Harvest box",
      terms: {
        currency: "GBP",
        timeZone: "Europe/London",
        reviewDays: 14,
        includedRevisions: 2,
        feeBearer: "brand",
        dormancyDefault: "release_if_submitted",
        firstMinimumStartBp: 5_000,
        minimumStartBp: 5_000,
      },
    },
  );
  await producer.client.trpc.partnerships.acceptAgreement.mutate({
    commandKey: randomUUID(),
    partnershipId,
    version: 1,
  });
  const { url } = await producer.client.trpc.account.onboard.mutate({ commandKey: randomUUID() });
  await completeOnboarding(url);
  await waitUntil("the producer's account to be payable", async () => {
    const { rows } = await product.database.query("select 1 from payee_account where payable");
    return rows.length === 1;
  });
  return {
    product,
    brand: brand.client,
    producer: producer.client,
    brandId: brand.organizationId,
    producerId: producer.organizationId,
    producerEmail: producer.email,
    partnershipId,
    book: openReleaseBook(brand.client),
    guest: () => brandPortal(product),
  };
}

/** A browser at the brand portal, answered by every API process in turn. */
function brandPortal({ stack: { urls } }: Product): PortalClient {
  const processes = urls.apis.map(({ brand }) => brand);
  return new PortalClient(urls.brand, password, processes);
}

function producerPortal({ stack: { urls } }: Product): PortalClient {
  const processes = urls.apis.map(({ producer }) => producer);
  return new PortalClient(urls.producer, password, processes);
}

async function signUpOwner({ inboxUrl }: Product, client: PortalClient, organization: string) {
  const email = `${randomUUID()}@example.test`;
  const answer = await client.post("/api/auth/sign-up/email", { name: "Ada North", email, password });
  if (answer.status !== 200) throw new Error(`signing up answered ${answer.status}: ${await answer.text()}`);
  const { origin } = client;
  await confirmAddress(inboxUrl, { api: origin, origin }, { api: client.trpc });
  const { active } = await client.trpc.organizations.create.mutate({
    commandKey: randomUUID(),
    name: organization,
    country: "GB",
    timeZone: "Europe/London",
  });
  if (active === null) throw new Error("the new organization is not active");
  return { client, email, organizationId: active.organization.id };
}
