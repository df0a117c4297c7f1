import { randomUUID } from "node:crypto";
import {
  acceptMilestone,
  type Deps,
  getMilestone,
  getPartnership,
  getPayeeAccount,
  onboardPayee,
  type PaymentGateway,
  refreshPayeeAccount,
} from "@evenshare/application";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, drainOperations, must, startedPartnership } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { agreedMilestone, completeOnboarding, fund, submitWork, useMoneyWorld } from "./support/money-world";

const world = useMoneyWorld();
const command = () => ({ commandKey: randomUUID() });

/** The dependencies with some calls of the payment gateway watched or broken on their way. */
function withPayments(deps: Deps, changed: Partial<PaymentGateway>): Deps {
  return { ...deps, payments: { ...deps.payments, ...changed } };
}

describe("onboardPayee", () => {
  it("leads to the provider's pages, and the account is known when the producer comes back", async () => {
    const { deps } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    expect(must(await getPayeeAccount(deps, producer, {}))).toMatchObject({ status: "none", payable: false });
    const { url } = must(await onboardPayee(deps, producer, command()));
    const begun = must(await getPayeeAccount(deps, producer, {}));
    expect(begun).toMatchObject({ status: "onboarding", payable: false, hasDashboard: false, country: "GB" });
    expect(begun.requirements.length).toBeGreaterThan(0);

    await completeOnboarding(url);
    expect(must(await refreshPayeeAccount(deps, producer.organizationId))).toEqual({ payable: true });
    expect(must(await getPayeeAccount(deps, producer, {}))).toEqual({
      status: "active",
      payable: true,
      requirements: [],
      dueAt: null,
      banks: [{ currency: "GBP", label: expect.stringMatching(/5432$/) }],
      country: "GB",
      hasDashboard: true,
    });
    expect(must(await getPartnership(deps, brand, { id })).payeeReady).toBe(true);
  });

  it("F136: keeps in the audit trail who began and what the provider said", async () => {
    const { deps } = world();
    const producer = await createProducer(deps);
    const { url } = must(await onboardPayee(deps, producer, command()));
    await completeOnboarding(url);
    must(await refreshPayeeAccount(deps, producer.organizationId));
    must(await refreshPayeeAccount(deps, producer.organizationId));
    expect(await auditOf(world(), producer.organizationId)).toMatchObject([
      { action: "account.onboard", actor_name: producer.userName },
      { action: "account.update", actor_name: "Stripe", after: { payable: "false" } },
      { action: "account.update", before: { payable: "false" }, after: { payable: "true", block: null } },
    ]);
  });

  it("opens one account for any number of clicks at once, by anybody", async () => {
    const { deps } = world();
    const owner = await createProducer(deps);
    const finance = await addMember(deps, owner, "finance");
    const opened: string[] = [];
    const watched = withPayments(deps, {
      async createAccount(request) {
        const outcome = await deps.payments.createAccount(request);
        if (outcome.kind === "done") opened.push(outcome.value.accountId);
        return outcome;
      },
    });
    const answers = await Promise.all(
      [owner, finance, owner, finance].map((person) => onboardPayee(watched, person, command())),
    );
    expect(answers.some(({ ok }) => ok)).toBe(true);
    for (const answer of answers) {
      if (!answer.ok) expect(answer.failure.code).toBe("payment.unavailable");
    }
    expect(new Set(opened).size).toBe(1);
    must(await onboardPayee(watched, finance, command()));
    expect(new Set(opened).size).toBe(1);
  });

  it("F91: goes on where it stopped when the provider's answer was lost", async () => {
    const { deps } = world();
    const producer = await createProducer(deps);
    const finance = await addMember(deps, producer, "finance");
    const made: string[] = [];
    const losing = withPayments(deps, {
      async createAccount(request) {
        const outcome = await deps.payments.createAccount(request);
        if (outcome.kind === "done") made.push(outcome.value.accountId);
        return { kind: "unknown", reason: "the answer was lost" };
      },
    });
    const input = command();
    expect(await onboardPayee(losing, producer, input)).toMatchObject({
      ok: false,
      failure: { code: "payment.unavailable", details: { reason: "the answer was lost" } },
    });
    const kept = withPayments(deps, {
      async createAccount(request) {
        const outcome = await deps.payments.createAccount(request);
        if (outcome.kind === "done") made.push(outcome.value.accountId);
        return outcome;
      },
    });
    must(await onboardPayee(kept, finance, command()));
    expect(made).toHaveLength(2);
    expect(new Set(made).size).toBe(1);
    must(await onboardPayee(deps, producer, input));
    expect(await auditOf(world(), producer.organizationId)).toMatchObject([
      { action: "account.onboard" },
      { action: "account.onboard" },
      { action: "account.update" },
    ]);
  });

  it("says when the provider opens no account there, and takes a new key for the next attempt", async () => {
    const { deps } = world();
    const producer = await createProducer(deps, { country: "BR" });
    const classes: number[] = [];
    const watched = withPayments(deps, {
      createAccount(request) {
        classes.push(request.operation.attemptClass);
        return deps.payments.createAccount(request);
      },
    });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await onboardPayee(watched, producer, command())).toMatchObject({
        ok: false,
        failure: { code: "account.refused", details: { reason: expect.stringContaining("BR") } },
      });
    }
    expect(classes).toEqual([1, 2]);
    expect(must(await getPayeeAccount(deps, producer, {}))).toMatchObject({ status: "onboarding" });
  });

  it("is for a producer's owner and finance only", async () => {
    const { deps } = world();
    const producer = await createProducer(deps);
    const others = [await createBrand(deps)];
    for (const role of ["approver", "contributor", "viewer"] as const) {
      others.push(await addMember(deps, producer, role));
    }
    for (const person of others) {
      const refused = await expectNothingWritten(world(), () => onboardPayee(deps, person, command()));
      expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
    }
    expect(await getPayeeAccount(deps, others[0] ?? producer, {})).toMatchObject({
      failure: { code: "account.not_found" },
    });
  });
});

describe("refreshPayeeAccount", () => {
  it("takes up the releases that waited for the account", async () => {
    const { deps } = world();
    const partnership = await startedPartnership(deps);
    const { brand, producer } = partnership;
    const id = await agreedMilestone(world(), partnership);
    await fund(world(), partnership, id, 50_000n);
    await submitWork(world(), partnership, id);
    must(await acceptMilestone(deps, brand, { ...command(), id, expectedHeld: 50_000n }));
    expect(must(await getMilestone(deps, brand, { id }))).toMatchObject({
      state: "releasing_blocked",
      blockedReason: "no_account",
      upcoming: [{ kind: "release.retry" }],
    });

    const { url } = must(await onboardPayee(deps, producer, command()));
    await completeOnboarding(url);
    must(await refreshPayeeAccount(deps, producer.organizationId));
    await drainOperations(deps);
    expect(must(await getMilestone(deps, brand, { id }))).toMatchObject({
      state: "released",
      blockedReason: null,
    });
  });

  it("keeps what was known when the provider does not answer", async () => {
    const { deps } = world();
    const producer = await createProducer(deps);
    must(await onboardPayee(deps, producer, command()));
    const silent = withPayments(deps, {
      readAccount: async () => ({ kind: "unknown", reason: "no answer" }),
    });
    const refused = await expectNothingWritten(world(), () =>
      refreshPayeeAccount(silent, producer.organizationId),
    );
    expect(refused).toMatchObject({ ok: false, failure: { code: "payment.unavailable" } });
  });

  it("drops an answer that is older than what is known", async () => {
    const { deps, clock } = world();
    const producer = await createProducer(deps);
    const { url } = must(await onboardPayee(deps, producer, command()));
    const slow = withPayments(deps, {
      async readAccount(accountId) {
        const before = await deps.payments.readAccount(accountId);
        await completeOnboarding(url);
        clock.advanceBy(1);
        must(await refreshPayeeAccount(deps, producer.organizationId));
        return before;
      },
    });
    must(await refreshPayeeAccount(slow, producer.organizationId));
    expect(must(await getPayeeAccount(deps, producer, {}))).toMatchObject({ status: "active" });
  });

  it("knows no account before onboarding was begun", async () => {
    const { deps } = world();
    const producer = await createProducer(deps);
    expect(await refreshPayeeAccount(deps, producer.organizationId)).toMatchObject({
      ok: false,
      failure: { code: "account.not_found" },
    });
  });
});
