import { randomUUID } from "node:crypto";
import {
  fundFromSaved,
  getMilestone,
  limitPaymentMethod,
  listPaymentMethods,
  refreshSetup,
  removePaymentMethod,
  type Scope,
  saveMethod,
} from "@evenshare/application";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { addMember, createBrand, drainOperations, must, type StartedPartnership } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import {
  agreedMilestone,
  payablePartnership,
  payPage,
  saveBank,
  saveCard,
  useMoneyWorld,
} from "./support/money-world";

const world = useMoneyWorld();
const dayMs = 86_400_000;
const usd = { currency: "USD" } as const;
const key = () => ({ commandKey: randomUUID() });

/** Saves a card by its number, or a bank account, with a limit in US dollars; answers its id. */
async function saved(brand: Scope, card: string | null, limit: bigint | null = 1_000_000n): Promise<string> {
  const { deps } = world();
  const { url } = must(await saveMethod(deps, brand, key()));
  const setup = z.uuid().parse(await (card === null ? saveBank(url) : saveCard(url, card)));
  expect(must(await refreshSetup(deps, brand, { id: setup }))).toEqual({ saved: true });
  expect(must(await refreshSetup(deps, brand, { id: setup }))).toEqual({ saved: true });
  const [method] = must(await listPaymentMethods(deps, brand, {})).methods;
  if (method === undefined) throw new Error("nothing was saved");
  if (limit !== null)
    must(
      await limitPaymentMethod(deps, brand, { ...key(), id: method.id, limit: { amount: limit, ...usd } }),
    );
  return method.id;
}

async function dollars(): Promise<StartedPartnership & { readonly milestone: string }> {
  const partnership = await payablePartnership(world(), {
    terms: { currency: "USD", timeZone: "America/New_York" },
  });
  return { ...partnership, milestone: await agreedMilestone(world(), partnership, usd) };
}

const fundWith = (brand: Scope, id: string, methodId: string, amount = 50_000n) =>
  fundFromSaved(world().deps, brand, { ...key(), id, methodId, amount, ...usd });
const moneyOf = async (brand: Scope, id: string) => must(await getMilestone(world().deps, brand, { id }));

async function findings(): Promise<unknown[]> {
  return (await world().deps.database.checkLedger(world().deps.clock.now())).findings.slice();
}

/** How many charges of the provider a milestone has led to. */
async function chargesOf(milestone: string): Promise<number> {
  const charges = z.object({
    data: z.array(z.object({ paid: z.boolean(), metadata: z.record(z.string(), z.string()) })),
  });
  const { data } = charges.parse(await world().askProvider("GET", "/v1/charges?limit=100"));
  return data.filter(({ paid, metadata }) => paid && metadata["milestone_id"] === milestone).length;
}

describe("a saved card", () => {
  test("F45 F44: funds with one click, once however often it is pressed", async () => {
    const { brand, milestone } = await dollars();
    const methodId = await saved(brand, "4242424242424242");
    const input = { ...key(), id: milestone, methodId, amount: 50_000n, ...usd };
    const answers: { fundingId: string; outcome: string; checkoutUrl: string | null }[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      answers.push(must(await fundFromSaved(world().deps, brand, input)));
    expect(new Set(answers.map(({ fundingId }) => fundingId)).size).toBe(1);
    expect(answers[0]).toMatchObject({ outcome: "held", checkoutUrl: null });
    expect(await moneyOf(brand, milestone)).toMatchObject({
      state: "funded",
      money: { held: 50_000n },
      fundings: [{ paidWith: { label: "Visa", last4: "4242" } }],
    });
    expect(await chargesOf(milestone)).toBe(1);
    expect(must(await listPaymentMethods(world().deps, brand, {})).methods[0]?.spent).toBe(51_250n);
    expect(await findings()).toEqual([]);
  });

  test("F45: is charged nothing beyond its limit of the month, however many try at once", async () => {
    const { deps } = world();
    const { brand, id: partnership, milestone, producer } = await dollars();
    const other = await agreedMilestone(world(), { id: partnership, brand, producer }, usd);
    const methodId = await saved(brand, "4242424242424242", 60_000n);
    const results = await Promise.all([
      fundWith(brand, milestone, methodId),
      fundWith(brand, other, methodId),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      failure: { code: "payment_method.limit_exceeded" },
    });
    must(await limitPaymentMethod(deps, brand, { ...key(), id: methodId, limit: null }));
    // Whichever came second.
    const unpaid = results[0].ok ? other : milestone;
    const refused = await expectNothingWritten(world(), () => fundWith(brand, unpaid, methodId, 1_000n));
    expect(refused).toMatchObject({ failure: { code: "payment_method.limit_exceeded" } });
  });

  test("F45: that is declined leaves nothing behind but the bank's reason", async () => {
    const { brand, milestone } = await dollars();
    const methodId = await saved(brand, "4000000000000341");
    expect(await fundWith(brand, milestone, methodId)).toMatchObject({
      ok: false,
      failure: { code: "payment.declined", details: { reason: expect.stringMatching(/declined/) } },
    });
    expect(await moneyOf(brand, milestone)).toMatchObject({
      state: "agreed",
      money: { held: 0n },
      fundings: [{ status: "failed" }],
    });
    expect(must(await listPaymentMethods(world().deps, brand, {})).methods[0]?.spent).toBe(0n);
    expect(await chargesOf(milestone)).toBe(0);
  });

  test("C21 C23: that wants its holder is paid on a page for the same funding, once", async () => {
    const { deps } = world();
    const { brand, milestone } = await dollars();
    const methodId = await saved(brand, "4000002760003184");
    const input = { ...key(), id: milestone, methodId, amount: 50_000n, ...usd };
    const first = must(await fundFromSaved(deps, brand, input));
    expect(first).toMatchObject({ outcome: "authenticate", checkoutUrl: expect.stringMatching(/^http/) });
    expect(must(await fundFromSaved(deps, brand, input))).toEqual(first);
    expect(await chargesOf(milestone)).toBe(0);
    await payPage(first.checkoutUrl ?? "");
    await deps.database.hastenOperations("funding.sync", brand.organizationId);
    await drainOperations(deps);
    expect(await moneyOf(brand, milestone)).toMatchObject({ state: "funded", money: { held: 50_000n } });
    expect(await chargesOf(milestone)).toBe(1);
    expect(await findings()).toEqual([]);
  });

  test("C23: an answer that is lost is looked up, and the money is taken once", async () => {
    const { deps, askProvider } = world();
    const { brand, milestone } = await dollars();
    const methodId = await saved(brand, "4242424242424242");
    await askProvider("POST", "/_sandbox/faults", {
      kind: "executed_then_drop",
      method: "POST",
      path: "/v1/payment_intents",
      times: 1,
    });
    const input = { ...key(), id: milestone, methodId, amount: 50_000n, ...usd };
    expect(must(await fundFromSaved(deps, brand, input)).outcome).toBe("waiting");
    await deps.database.hastenOperations("funding.sync", brand.organizationId);
    await drainOperations(deps);
    expect(await moneyOf(brand, milestone)).toMatchObject({ state: "funded", money: { held: 50_000n } });
    expect(await chargesOf(milestone)).toBe(1);
  });
});

describe("a saved bank account", () => {
  test("F44 F45: is debited in days, which counts against its limit meanwhile", async () => {
    const { deps, pass } = world();
    const { brand, milestone } = await dollars();
    const methodId = await saved(brand, null);
    expect(must(await fundWith(brand, milestone, methodId)).outcome).toBe("processing");
    expect(must(await listPaymentMethods(deps, brand, {})).methods[0]?.spent).toBe(51_250n);
    await pass(3 * dayMs);
    await deps.database.hastenOperations("funding.sync", brand.organizationId);
    await drainOperations(deps);
    expect((await moneyOf(brand, milestone)).state).toBe("funded");
    const pounds = { ...key(), id: methodId, limit: { amount: 1n, currency: "GBP" } } as const;
    expect(await limitPaymentMethod(deps, brand, pounds)).toMatchObject({
      failure: { code: "input.invalid", field: "limit.currency" },
    });
  });
});

describe("who may", () => {
  test("F2 F4: owner and finance save, limit and remove; to others the method does not exist", async () => {
    const { deps } = world();
    const { brand, milestone } = await dollars();
    const methodId = await saved(brand, "4242424242424242");
    const limit = { ...key(), id: methodId, limit: { amount: 5n, ...usd } };
    for (const role of ["approver", "contributor", "viewer"] as const) {
      const member = await addMember(deps, brand, role);
      const refused = await expectNothingWritten(world(), () => limitPaymentMethod(deps, member, limit));
      expect(refused).toMatchObject({ failure: { code: "permission.denied" } });
    }
    const stranger = await createBrand(deps);
    for (const attempt of [
      limitPaymentMethod(deps, stranger, limit),
      removePaymentMethod(deps, stranger, limit),
    ])
      expect(await attempt).toMatchObject({ ok: false });
    expect(must(await listPaymentMethods(deps, stranger, {})).methods).toEqual([]);

    const finance = await addMember(deps, brand, "finance");
    must(await removePaymentMethod(deps, finance, { ...key(), id: methodId }));
    expect(must(await listPaymentMethods(deps, brand, {})).methods).toEqual([]);
    expect(await fundWith(brand, milestone, methodId)).toMatchObject({
      failure: { code: "payment_method.not_found" },
    });
    expect((await auditOf(world(), methodId)).map(({ action }) => action)).toEqual([
      "payment_method.save",
      "payment_method.limit",
      "payment_method.remove",
    ]);
  });
});
