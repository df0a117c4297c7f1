import { randomUUID } from "node:crypto";
import {
  type AccountFacts,
  acceptMilestone,
  type Deps,
  getMilestone,
  getPayeeAccount,
  listPayouts,
  onboardPayee,
  openDashboard,
  type PaymentGateway,
  refreshPayeeAccount,
  type Scope,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, drainOperations, must } from "../src";
import { expectNothingWritten } from "./support/behind-the-scopes";
import {
  acceptWork,
  agreedMilestone,
  completeOnboarding,
  fund,
  payablePartnership,
  submitWork,
  useMoneyWorld,
} from "./support/money-world";

const world = useMoneyWorld();
const command = () => ({ commandKey: randomUUID() });

/** The dependencies with some calls of the payment gateway changed on their way. */
function withPayments(deps: Deps, changed: Partial<PaymentGateway>): Deps {
  return { ...deps, payments: { ...deps.payments, ...changed } };
}

/** What the provider says of accounts from now on, beside what it really says. */
function saying(deps: Deps, told: Partial<AccountFacts>): Deps {
  return withPayments(deps, {
    async readAccount(accountId) {
      const read = await deps.payments.readAccount(accountId);
      return read.kind === "done" ? { ...read, value: { ...read.value, ...told } } : read;
    },
  });
}

/** The provider shows us the producer's account no more. */
function withoutAccess(deps: Deps): Deps {
  const refused = async () =>
    ({ kind: "refused", code: "account_invalid", reason: "Access may have been revoked." }) as const;
  return withPayments(deps, { readAccount: refused, readBalance: refused, createTransfer: refused });
}

async function mailsTo({ userEmail }: Scope): Promise<{ template: string; data: Record<string, string> }[]> {
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query(
      "select template, data from mail where to_email = $1 and template like any (array['account.%', 'payout.%']) order by created_at, template",
      [userEmail],
    );
    return rows;
  });
}

const templatesTo = async (person: Scope) => (await mailsTo(person)).map(({ template }) => template);

describe("a producer's account at the payment provider", () => {
  it("F7 C31: pauses with the reason on the screen and in a mail, and says when it can be paid again", async () => {
    const { deps, clock } = world();
    const { producer } = await payablePartnership(world());
    const contributor = await addMember(deps, producer, "contributor");
    clock.advanceBy(1_000);
    const paused = {
      payable: false,
      block: "onboarding_incomplete",
      requirements: [
        {
          field: "individual.verification.document",
          urgency: "overdue",
          reason: "The document has expired.",
        },
      ],
      dueAt: new Date("2026-12-06T17:00:00Z"),
    } as const;
    must(await refreshPayeeAccount(saying(deps, paused), producer.organizationId));
    expect(must(await getPayeeAccount(deps, producer, {}))).toMatchObject({
      status: "restricted",
      payable: false,
      requirements: paused.requirements,
      dueAt: paused.dueAt,
    });
    must(await refreshPayeeAccount(saying(deps, paused), producer.organizationId));
    clock.advanceBy(1_000);
    must(await refreshPayeeAccount(deps, producer.organizationId));
    expect(await mailsTo(producer)).toMatchObject([
      { template: "account.ready", data: { producerName: expect.any(String) } },
      {
        template: "account.attention",
        data: {
          reason: "onboarding_incomplete",
          note: "The document has expired.",
          dueAt: "2026-12-06T17:00:00.000Z",
        },
      },
      { template: "account.ready" },
    ]);
    expect(await mailsTo(contributor)).toEqual([]);
  });

  it("is being checked while everything was given and nothing is asked for", async () => {
    const { deps, clock } = world();
    const { producer } = await payablePartnership(world());
    clock.advanceBy(1_000);
    const checking = {
      payable: false,
      block: "transfers_inactive",
      requirements: [{ field: "company.tax_id", urgency: "checking", reason: null }],
    } as const;
    must(await refreshPayeeAccount(saying(deps, checking), producer.organizationId));
    expect(must(await getPayeeAccount(deps, producer, {})).status).toBe("checking");
  });

  it("C35: tells at once when payouts go elsewhere, and shows a currency that no bank account takes", async () => {
    const { deps, clock } = world();
    const { producer } = await payablePartnership(world());
    clock.advanceBy(1_000);
    const banks = [{ currency: "EUR", label: "N26 •••• 3000", isDefault: true }];
    must(await refreshPayeeAccount(saying(deps, { banks }), producer.organizationId));
    expect(must(await getPayeeAccount(deps, producer, {})).banks).toEqual([
      { currency: "EUR", label: "N26 •••• 3000" },
      { currency: "GBP", label: null },
    ]);
    expect((await mailsTo(producer)).at(-1)).toMatchObject({
      template: "account.bank_changed",
      data: { bankBefore: expect.stringMatching(/^GBP: .*5432$/), bankAfter: "EUR: N26 •••• 3000" },
    });
  });

  it("a bank account changed during a payout changes what comes after it, not the payout", async () => {
    const { deps, clock } = world();
    const partnership = await payablePartnership(world());
    const id = await releasedMilestone(partnership);
    clock.advanceBy(1_000);
    const banks = [{ currency: "GBP", label: "Monzo •••• 1122", isDefault: true }];
    must(await refreshPayeeAccount(saying(deps, { banks }), partnership.producer.organizationId));
    const [payout] = must(await listPayouts(deps, partnership.producer, {})).items;
    expect(payout).toMatchObject({
      status: "in_transit",
      bank: expect.stringMatching(/5432$/),
      lines: [{ milestoneId: id }],
    });
  });
});

type Partnership = Awaited<ReturnType<typeof payablePartnership>>;

/** A milestone of £500 whose money is on its way to the producer's bank. */
async function releasedMilestone(partnership: Partnership): Promise<string> {
  const id = await agreedMilestone(world(), partnership);
  await fund(world(), partnership, id, 50_000n);
  await submitWork(world(), partnership, id);
  await acceptWork(world(), partnership, id);
  return id;
}

describe("an account to which the producer took our access away", () => {
  it("F7: holds releases with the reason, and a new account receives them", async () => {
    const { deps, clock } = world();
    const partnership = await payablePartnership(world());
    const { brand, producer } = partnership;
    const id = await agreedMilestone(world(), partnership);
    await fund(world(), partnership, id, 50_000n);
    await submitWork(world(), partnership, id);
    clock.advanceBy(1_000);
    must(await refreshPayeeAccount(withoutAccess(deps), producer.organizationId));
    expect(must(await getPayeeAccount(deps, producer, {}))).toMatchObject({
      status: "disconnected",
      hasDashboard: false,
    });
    expect((await templatesTo(producer)).at(-1)).toBe("account.attention");
    must(await acceptMilestone(deps, brand, { ...command(), id, expectedHeld: 50_000n }));
    expect(must(await getMilestone(deps, brand, { id }))).toMatchObject({
      state: "releasing_blocked",
      blockedReason: "disconnected",
    });

    clock.advanceBy(1_000);
    const { url } = must(await onboardPayee(deps, producer, command()));
    await completeOnboarding(url);
    clock.advanceBy(1_000);
    must(await refreshPayeeAccount(deps, producer.organizationId));
    await drainOperations(deps);
    expect(must(await getMilestone(deps, brand, { id }))).toMatchObject({ state: "released" });
    const accounts = await withAdmin(world().databaseUrl, async (client) => {
      const { rows } = await client.query<{ before: { providerAccountId?: string } }>(
        "select before from audit_event where organization_id = $1 and action = 'account.onboard' order by position",
        [producer.organizationId],
      );
      return rows.map(({ before }) => before.providerAccountId);
    });
    expect(accounts).toEqual([undefined, expect.stringMatching(/^acct_/)]);
  });

  it("C38: what had reached it is told to lie there, is never asked of another account, and is paid once it is back", async () => {
    const { deps, clock } = world();
    const partnership = await payablePartnership(world());
    const { producer } = partnership;
    // The money is not at the bank yet when the access ends: the payout waits for it.
    const waiting = withPayments(deps, {
      readBalance: async () => ({ kind: "done", value: [] }),
    });
    const id = await agreedMilestone(world(), partnership);
    await fund(world(), partnership, id, 50_000n);
    await submitWork(world(), partnership, id);
    must(await acceptMilestone(deps, partnership.brand, { ...command(), id, expectedHeld: 50_000n }));
    await drainOperations(waiting);
    clock.advanceBy(1_000);
    must(await refreshPayeeAccount(withoutAccess(deps), producer.organizationId));
    await deps.database.hastenOperations("payout.create", producer.organizationId);
    await drainOperations(withoutAccess(deps));
    expect(must(await listPayouts(deps, producer, {})).items).toMatchObject([
      { status: "failed", failureReason: expect.stringContaining("disconnected"), amount: 50_000n },
    ]);
    expect((await templatesTo(producer)).at(-1)).toBe("payout.failed");

    clock.advanceBy(1_000);
    must(await refreshPayeeAccount(deps, producer.organizationId));
    await drainOperations(deps);
    expect(must(await listPayouts(deps, producer, {})).items).toMatchObject([
      { status: "in_transit", failureReason: null, amount: 50_000n },
    ]);
  });
});

describe("openDashboard", () => {
  it("F7: leads to the provider's own page once the account is set up, and is a single address each time", async () => {
    const { deps } = world();
    const { producer } = await payablePartnership(world());
    const finance = await addMember(deps, producer, "finance");
    const [first, second] = [
      must(await openDashboard(deps, producer, command())),
      must(await openDashboard(deps, finance, command())),
    ];
    expect(first.url).not.toBe(second.url);
    expect(await (await fetch(first.url)).text()).toContain("Your balance");
  });

  it("is refused before an account is there, while it is not set up, and to all but owner and finance", async () => {
    const { deps } = world();
    const producer = await createProducer(deps);
    expect(await openDashboard(deps, producer, command())).toMatchObject({
      failure: { code: "account.not_found" },
    });
    must(await onboardPayee(deps, producer, command()));
    expect(await openDashboard(deps, producer, command())).toMatchObject({
      failure: { code: "account.no_dashboard" },
    });
    for (const person of [await createBrand(deps), await addMember(deps, producer, "approver")]) {
      const refused = await expectNothingWritten(world(), () => openDashboard(deps, person, command()));
      expect(refused).toMatchObject({ failure: { code: "permission.denied" } });
    }
  });
});
