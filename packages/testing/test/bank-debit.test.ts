import { randomUUID } from "node:crypto";
import {
  acceptMilestone,
  appealHold,
  approveRequest,
  carryOutDeadline,
  fundMilestone,
  getHeldFunds,
  getMilestone,
  listHolds,
  releasePart,
  repayMilestone,
  setLimit,
  startMilestone,
} from "@evenshare/application";
import { describe, expect, test } from "vitest";
import { addMember, createProducer, drainOperations, must, type StartedPartnership } from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import {
  agreedMilestone,
  type bankAccounts,
  payablePartnership,
  payFromBank,
  payPage,
  submitWork,
  useMoneyWorld,
} from "./support/money-world";
import { deliverDisputes, differences, findings, look } from "./support/provider-news";

const world = useMoneyWorld();
const dayMs = 86_400_000;
const terms = { currency: "USD", timeZone: "America/New_York" } as const;
const usd = { currency: "USD" } as const;

type Paid = StartedPartnership & { readonly milestone: string };

/** A milestone of $500.00 whose debit has been asked for. */
async function debited(account: keyof typeof bankAccounts): Promise<Paid> {
  const partnership = await payablePartnership(world(), { terms });
  const milestone = await agreedMilestone(world(), partnership, usd);
  const input = { commandKey: randomUUID(), id: milestone, amount: 50_000n, ...usd };
  const { checkoutUrl } = must(await fundMilestone(world().deps, partnership.brand, input));
  await payFromBank(checkoutUrl, account);
  await look(world(), partnership);
  return { ...partnership, milestone };
}

const view = async ({ brand, milestone }: Paid) =>
  must(await getMilestone(world().deps, brand, { id: milestone }));

/** Paid by bank debit, through after two days. */
async function settled(account: "pays" | "isReturned"): Promise<Paid> {
  const paid = await debited(account);
  await world().pass(3 * dayMs);
  await look(world(), paid);
  expect((await view(paid)).state).toBe("funded");
  return paid;
}

describe("a bank debit", () => {
  test("F44 C25: is processed for days in which nothing is held and no work may start, then is held", async () => {
    const { deps } = world();
    const paid = await debited("pays");
    const processing = await view(paid);
    expect(processing).toMatchObject({
      state: "agreed",
      money: { held: 0n, funded: 0n },
      fundings: [{ status: "processing", paidWith: { last4: "6789" }, expectedAt: expect.any(Date) }],
    });
    const start = { commandKey: randomUUID(), id: paid.milestone };
    expect(await startMilestone(deps, paid.producer, start)).toMatchObject({ ok: false });
    for (const party of [paid.brand, paid.producer]) {
      const mails = (await mailsTo(world(), party.organizationId)).map(({ template }) => template);
      expect(mails).toContain("funding.processing");
    }

    await world().pass(3 * dayMs);
    await look(world(), paid);
    expect(await view(paid)).toMatchObject({ state: "funded", money: { held: 50_000n } });
    expect((await auditOf(world(), paid.milestone)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["milestone.process_funding", "milestone.fund"]),
    );
    expect(await findings(world())).toEqual([]);
  });

  test("F44 C38: that the bank refuses after days holds nothing, and both sides hear why", async () => {
    const paid = await debited("hasTooLittle");
    await world().pass(3 * dayMs);
    await look(world(), paid);
    expect(await view(paid)).toMatchObject({
      state: "agreed",
      money: { held: 0n },
      fundings: [{ status: "failed", failureReason: expect.stringMatching(/too little money/) }],
    });
    for (const party of [paid.brand, paid.producer]) {
      const mails = (await mailsTo(world(), party.organizationId)).map(({ template }) => template);
      expect(mails).toContain("funding.failed");
    }
    expect(await findings(world())).toEqual([]);
  });

  test("F44: while it is processed the same amount cannot be paid a second time", async () => {
    const paid = await debited("pays");
    const again = { commandKey: randomUUID(), id: paid.milestone, amount: 50_000n, ...usd };
    expect(await fundMilestone(world().deps, paid.brand, again)).toMatchObject({
      ok: false,
      failure: { code: "funding.processing" },
    });
  });
});

/** A debit of $500.00 of which $200.00 was released before the bank returned all of it. */
async function returned(deliveries = 1): Promise<Paid> {
  const { deps } = world();
  const paid = await settled("isReturned");
  await submitWork(world(), paid, paid.milestone);
  const part = { id: paid.milestone, amount: 20_000n, ...usd, expectedHeld: 50_000n };
  must(await releasePart(deps, paid.brand, { ...part, commandKey: randomUUID() }));
  await drainOperations(deps);
  await world().pass(7 * dayMs);
  await deliverDisputes(world(), deliveries);
  return paid;
}

const holdOf = async ({ producer, milestone }: Paid) => {
  const [hold, ...others] = must(await listHolds(world().deps, producer, { milestoneId: milestone })).items;
  if (hold === undefined || others.length > 0) throw new Error("there is not one hold");
  return hold;
};

async function templatesTo(organizationId: string): Promise<string[]> {
  return (await mailsTo(world(), organizationId)).map(({ template }) => template);
}

describe("a debit that is returned after it succeeded", () => {
  test("R14 F95: ends a release that waits for a second person, whose maker hears why", async () => {
    const { deps } = world();
    const paid = await settled("isReturned");
    await submitWork(world(), paid, paid.milestone);
    const limit = { commandKey: randomUUID(), ...usd, amount: 20_000n, seen: null };
    must(await setLimit(deps, paid.brand, limit));
    const maker = await addMember(deps, paid.brand, "approver");
    const accept = { commandKey: randomUUID(), id: paid.milestone, expectedHeld: 50_000n };
    const { approvalId } = must(await acceptMilestone(deps, maker, accept));
    if (approvalId === null) throw new Error("nobody was asked");
    await world().pass(6 * dayMs);
    await deliverDisputes(world(), 2);
    expect((await view(paid)).money.held).toBe(0n);
    expect((await auditOf(world(), approvalId)).map(({ action }) => action)).toEqual([
      "approval.request",
      "approval.void",
    ]);
    const approve = { commandKey: randomUUID(), id: approvalId };
    expect(await approveRequest(deps, paid.brand, approve)).toMatchObject({
      failure: { code: "approval.not_waiting" },
    });
    const ended = (await mailsTo(world(), paid.brand.organizationId)).filter(
      ({ template }) => template === "approval.ended",
    );
    expect(ended).toMatchObject([{ to_email: maker.userEmail, data: { reason: "amount_changed" } }]);
    expect(await findings(world())).toEqual([]);
  });

  test("F95 F60 C22: takes out of what is held exactly what was taken, once, however often the provider says so", async () => {
    const { deps } = world();
    const paid = await returned(3);
    expect(await view(paid)).toMatchObject({
      state: "funding_failed",
      reviewEndsAt: null,
      owed: 20_500n,
      toRepay: 20_500n,
      money: { held: 0n, released: 20_000n, funded: 20_000n, toFund: 30_000n, feeHeld: 0n },
      fundings: [{ status: "succeeded", returned: 51_250n }],
      upcoming: [{ kind: "hold.review" }],
    });
    const hold = await holdOf(paid);
    expect(hold).toMatchObject({
      amount: 51_250n,
      fromHeld: 30_000n,
      owed: 20_500n,
      reason: "bank_debit_returned",
      ownerName: "Stripe",
      end: null,
      canAppeal: true,
    });
    expect(hold.evidence.join()).toMatch(/dispute du_/);
    expect(hold.nextAt.getTime()).toBeGreaterThan(deps.clock.now().getTime());
    expect(must(await getHeldFunds(deps, paid.brand, {})).holds).toHaveLength(1);
    for (const party of [paid.brand, paid.producer]) {
      const mails = await templatesTo(party.organizationId);
      expect(mails.filter((template) => template === "funding.returned")).toHaveLength(1);
    }
    expect((await auditOf(world(), paid.milestone)).map(({ action }) => action)).toContain("funding.return");
    expect(await findings(world())).toEqual([]);
  });

  test("C41 F95: the brand repays what it owes and funds the rest again; then the hold ends", async () => {
    const { deps } = world();
    const paid = await returned();
    const repay = { commandKey: randomUUID(), id: paid.milestone };
    const [first, again] = await Promise.all([
      repayMilestone(deps, paid.brand, repay),
      repayMilestone(deps, paid.brand, repay),
    ]);
    expect(must(first)).toEqual(must(again));
    await payPage(must(first).checkoutUrl);
    await look(world(), paid);
    expect(await view(paid)).toMatchObject({ owed: 0n, toRepay: 0n, money: { held: 0n, funded: 20_000n } });
    expect((await holdOf(paid)).end).toBeNull();
    expect(await repayMilestone(deps, paid.brand, { ...repay, commandKey: randomUUID() })).toMatchObject({
      ok: false,
      failure: { code: "repayment.nothing_owed" },
    });

    const rest = { commandKey: randomUUID(), id: paid.milestone, amount: 30_000n, ...usd };
    await payPage(must(await fundMilestone(deps, paid.brand, rest)).checkoutUrl);
    await look(world(), paid);
    expect(await view(paid)).toMatchObject({ state: "funded", money: { held: 30_000n, released: 20_000n } });
    expect((await holdOf(paid)).end).toMatchObject({ reason: "The money was paid again." });
    expect(await findings(world())).toEqual([]);
  });

  test("C26 C29: the producer can say once why it is wrong, and the brand reads it", async () => {
    const { deps } = world();
    const paid = await returned();
    const { id: holdId } = await holdOf(paid);
    const appeal = {
      commandKey: randomUUID(),
      id: paid.milestone,
      holdId,
      note: "The bank has mixed us up.",
    };
    for (const role of ["contributor", "viewer"] as const) {
      const member = await addMember(deps, paid.producer, role);
      const refused = await expectNothingWritten(world(), () => appealHold(deps, member, appeal));
      expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
    }
    const stranger = await createProducer(deps);
    expect(await appealHold(deps, stranger, appeal)).toMatchObject({
      ok: false,
      failure: { code: "milestone.not_found" },
    });
    expect(must(await listHolds(deps, stranger, {})).items).toEqual([]);
    must(await appealHold(deps, paid.producer, appeal));
    expect(must(await appealHold(deps, paid.producer, appeal))).toEqual({ holdId });
    expect(await appealHold(deps, paid.producer, { ...appeal, commandKey: randomUUID() })).toMatchObject({
      ok: false,
      failure: { code: "hold.appealed_before" },
    });
    const { items } = must(await listHolds(deps, paid.brand, {}));
    expect(items[0]?.appeal).toMatchObject({ note: appeal.note, by: paid.producer.userName });
    expect(await templatesTo(paid.brand.organizationId)).toContain("hold.appealed");
  });

  test("F95: on its date both sides are told again and a new date is set", async () => {
    const { deps, clock } = world();
    const paid = await returned();
    const { nextAt } = await holdOf(paid);
    clock.setTo(nextAt);
    const due = (await deps.database.findDueDeadlines(clock.now(), 100)).filter(
      ({ milestoneId }) => milestoneId === paid.milestone,
    );
    for (const deadline of due) await carryOutDeadline(deps, deadline);
    expect((await holdOf(paid)).nextAt).toEqual(new Date(nextAt.getTime() + 7 * dayMs));
    for (const party of [paid.brand, paid.producer]) {
      expect(await templatesTo(party.organizationId)).toContain("hold.reminder");
    }
  });
});

describe("the comparison with the provider", () => {
  test("F129 F95: knows debits under way, refused, returned and repaid", async () => {
    await world().pass(2 * 3_600_000);
    expect(await differences(world())).toEqual({});
  });
});
