import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginPartnership } from "../access/world";
import { type Browser, signUpOwner, startApi, type TestApi } from "../api";
import { testEnvironment } from "../env";

/** One organization, and the text that stands in everything it may see. */
interface Tenant {
  readonly browser: Browser;
  readonly marker: string;
  readonly partnershipId: string;
  readonly milestoneId: string;
}

const pairs = 32;
let api: TestApi;
let tenants: readonly Tenant[];

beforeAll(async () => {
  api = await startApi({ DATABASE_POOL_SIZE: "8" });
  const built: Tenant[] = [];
  for (let pair = 0; pair < pairs; pair += 1) built.push(...(await buildPair()));
  tenants = built;
});
afterAll(() => api.close());

/** A brand and a producer with a partnership and one milestone; everything of theirs is marked. */
async function buildPair(): Promise<Tenant[]> {
  const marker = `marker${randomUUID().replaceAll("-", "")}`;
  const [brand, producer] = await Promise.all([
    signUpOwner(api, "brand", `${marker} brand`),
    signUpOwner(api, "producer", `${marker} producer`),
  ]);
  const key = () => ({ commandKey: randomUUID() });
  const partnershipId = await beginPartnership(brand.browser, producer.browser, producer.email, marker);
  await producer.browser.trpc.partnerships.acceptAgreement.mutate({ ...key(), partnershipId, version: 1 });
  const content = {
    title: marker,
    description: marker,
    amount: 10_000n,
    currency: "GBP",
    criteria: [marker],
  } as const;
  const draft = { ...key(), partnershipId, ...content, criteria: [marker], dueOn: null };
  const { id: milestoneId } = await brand.browser.trpc.milestones.draft.mutate(draft);
  return [brand, producer].map(({ browser }) => ({ browser, marker, partnershipId, milestoneId }));
}

const foreignTo = (tenant: Tenant, step: number): Tenant => {
  const others = tenants.filter(({ marker }) => marker !== tenant.marker);
  return others[step % others.length] ?? tenant;
};

const query = (input: unknown) => `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;

/** What tenants do all day, mistakes and people who leave among it. */
const requests: readonly ((
  tenant: Tenant,
  step: number,
) => { path: string; cancel?: boolean; status?: number })[] = [
  () => ({ path: "partnerships.list?input=%7B%22json%22%3A%7B%7D%7D", status: 200 }),
  ({ milestoneId: id }) => ({ path: `milestones.get${query({ id })}`, status: 200 }),
  (tenant, step) => ({
    path: `milestones.get${query({ id: foreignTo(tenant, step).milestoneId })}`,
    status: 404,
  }),
  ({ partnershipId: id }) => ({ path: `partnerships.get${query({ id })}`, cancel: true }),
  () => ({ path: `milestones.list${query({})}`, status: 200 }),
  () => ({ path: `milestones.get${query({ id: "no id" })}`, status: 400 }),
  (tenant, step) => ({
    path: `partnerships.audit${query({ partnershipId: foreignTo(tenant, step).partnershipId })}`,
    status: 404,
  }),
  () => ({ path: "heldFunds.get", cancel: true }),
  ({ partnershipId }) => ({ path: `partnerships.audit${query({ partnershipId })}`, status: 200 }),
  ({ browser: { portal } }) => ({ path: `home.${portal}`, status: 200 }),
];

/** One tenant's day: gives what it saw of others, which must be nothing. */
async function work(tenant: Tenant, seed: number): Promise<string[]> {
  const foreign: string[] = [];
  for (let step = 0; step < testEnvironment.ISOLATION_REQUESTS; step += 1) {
    const request = requests[(seed + step) % requests.length]?.(tenant, seed + step);
    if (request === undefined) throw new Error("there is nothing to do");
    const stop = new AbortController();
    if (request.cancel) setTimeout(() => stop.abort(), (seed + step) % 7);
    const text = await tenant.browser
      .fetch(`/api/trpc/${request.path}`, { signal: stop.signal })
      .then(async (answer) => {
        // A machine that is too busy to answer says so with 503; that too is no foreign row.
        if (request.status !== undefined) expect([request.status, 503]).toContain(answer.status);
        return answer.text();
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return "";
        throw error;
      });
    const markers = text.match(/marker[0-9a-f]{32}/g) ?? [];
    foreign.push(...markers.filter((marker) => marker !== tenant.marker));
    if (request.status === 200) expect(markers).toContain(tenant.marker);
  }
  return foreign;
}

describe("64 tenants on 8 connections", () => {
  it("R12 F2: never see a row of one another, between errors and requests that were given up", async () => {
    expect(tenants).toHaveLength(64);
    const seen = await Promise.all(tenants.map(work));
    expect(seen.flat()).toEqual([]);
  });
});
