import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkoutRequest,
  doneValue,
  type FundedMilestone,
  fundMilestone,
  type Target,
  transferOf,
} from "./target";

/** What holds for every Stripe, the sandbox and the real one alike. */
export function describeContract(name: string, openTarget: () => Promise<Target>): void {
  describe(`F134: the payment contract on ${name}`, () => {
    let target: Target;
    let funded: FundedMilestone;
    let account: string;

    beforeAll(async () => {
      target = await openTarget();
      funded = await fundMilestone(target);
      account = await target.payableAccount();
    });
    afterAll(() => target?.close());

    it("F91: a checkout is opened once, however often it is asked for under its key", async () => {
      const request = checkoutRequest();
      const first = doneValue(await target.gateway.createCheckout(request));
      expect(first).toMatchObject({ status: "open", paymentIntentId: null, fundingId: request.operation.id });
      expect(first.url).toMatch(/^https?:/);
      expect(doneValue(await target.gateway.createCheckout(request)).sessionId).toBe(first.sessionId);
      expect(doneValue(await target.gateway.readCheckout(first.sessionId))).toEqual(first);
    });

    it("a page that was left open can be closed, as often as wanted", async () => {
      const session = doneValue(await target.gateway.createCheckout(checkoutRequest()));
      const closed = doneValue(await target.gateway.expireCheckout(session.sessionId));
      expect(closed).toMatchObject({
        sessionId: session.sessionId,
        status: "expired",
        paymentIntentId: null,
      });
      expect(doneValue(await target.gateway.expireCheckout(session.sessionId))).toEqual(closed);
      expect(doneValue(await target.gateway.readCheckout(session.sessionId))).toEqual(closed);
      expect(await target.gateway.expireCheckout("cs_test_doesnotexist")).toMatchObject({ kind: "refused" });
    });

    it("R5: the same key with another amount is refused", async () => {
      const request = checkoutRequest();
      doneValue(await target.gateway.createCheckout(request));
      const changed = await target.gateway.createCheckout({ ...request, amount: 1_000n });
      expect(changed).toMatchObject({ kind: "refused", code: "idempotency_error" });
    });

    it("a payment tells amount, charge, fee and availability", () => {
      const { request, payment } = funded;
      expect(payment).toMatchObject({
        fundingId: request.operation.id,
        status: "succeeded",
        amount: request.amount + request.fee,
        currency: "GBP",
        failureReason: null,
      });
      expect(payment.chargeId).toMatch(/^(ch|py)_/);
      expect(payment.fee > 0n && payment.fee < payment.amount).toBe(true);
      expect(payment.availableOn).toBeInstanceOf(Date);
    });

    it("F91: a transfer is made once under its key, and found by its operation", async () => {
      const request = transferOf(funded, account, { amount: 1_000n });
      expect(await target.gateway.findTransfer(request)).toEqual({ kind: "done", value: null });
      const made = doneValue(await target.gateway.createTransfer(request));
      expect(made).toMatchObject({
        operationId: request.operation.id,
        amount: 1_000n,
        reversed: 0n,
        currency: "GBP",
      });
      expect(doneValue(await target.gateway.createTransfer(request))).toEqual(made);
      expect(doneValue(await target.gateway.findTransfer(request))).toEqual(made);
      expect(doneValue(await target.gateway.readTransfer(made.transferId))).toEqual(made);
    });

    it("R5: a transfer asked for many times at once is one transfer", async () => {
      const request = transferOf(funded, account, { amount: 1_000n });
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => target.gateway.createTransfer(request)),
      );
      const ids = outcomes.flatMap((outcome) => (outcome.kind === "done" ? [outcome.value.transferId] : []));
      expect(new Set(ids).size).toBe(1);
      // While the first is carried out, the others are told to come back; none is refused or left in doubt.
      expect(outcomes.filter(({ kind }) => kind !== "done" && kind !== "later")).toEqual([]);
      expect(doneValue(await target.gateway.findTransfer(request))?.transferId).toBe(ids[0]);
    });

    it("C25: what a charge did not bring cannot be transferred from it", async () => {
      const poor = await fundMilestone(target, { amount: 5_000n, fee: 0n });
      doneValue(await target.gateway.createTransfer(transferOf(poor, account, { amount: 4_000n })));
      const tooMuch = transferOf(poor, account, { amount: 1_001n });
      expect((await target.gateway.createTransfer(tooMuch)).kind).toBe("refused");
      expect(await target.gateway.findTransfer(tooMuch)).toEqual({ kind: "done", value: null });
      doneValue(await target.gateway.createTransfer(transferOf(poor, account, { amount: 1_000n })));
    });

    it("C21: a refused transfer can be tried under the next key, and is made once", async () => {
      const request = transferOf(funded, "acct_doesnotexist", { amount: 1_000n });
      expect((await target.gateway.createTransfer(request)).kind).toBe("refused");
      const next = {
        ...request,
        accountId: account,
        operation: { id: request.operation.id, attemptClass: 1 },
      };
      const made = doneValue(await target.gateway.createTransfer(next));
      expect(doneValue(await target.gateway.findTransfer(next))).toEqual(made);
    });

    it("F129: what moved is listed on both accounts, with its charge, transfer and operation", async () => {
      const request = transferOf(funded, account, { amount: 1_000n });
      const { transferId } = doneValue(await target.gateway.createTransfer(request));
      const all = { from: new Date(0), before: new Date("2100-01-01"), after: null };
      const platform = doneValue(await target.gateway.listMovements({ accountId: null, ...all })).movements;
      const { payment } = funded;
      expect(platform.find(({ sourceId }) => sourceId === payment.chargeId)).toMatchObject({
        amount: payment.amount,
        fee: payment.fee,
        net: payment.amount - payment.fee,
        currency: "GBP",
        operationId: funded.request.operation.id,
      });
      expect(platform.find(({ sourceId }) => sourceId === transferId)).toMatchObject({
        type: "transfer",
        amount: -1_000n,
        fee: 0n,
        operationId: request.operation.id,
      });
      const arrived = doneValue(await target.gateway.listMovements({ accountId: account, ...all })).movements;
      expect(arrived.find(({ originId }) => originId === transferId)).toMatchObject({ amount: 1_000n });
    });

    it("an account starts with its onboarding ahead of it", async () => {
      const request = {
        operation: { id: randomUUID(), attemptClass: 0 },
        organizationId: randomUUID(),
        email: "producer@example.com",
        businessName: "Studio North",
        country: "GB",
        currency: "GBP" as const,
      };
      const made = doneValue(await target.gateway.createAccount(request));
      expect(made).toMatchObject({
        organizationId: request.organizationId,
        payable: false,
        block: "onboarding_incomplete",
        detailsSubmitted: false,
        banks: [],
        country: "GB",
      });
      expect(made.requirements.map(({ field }) => field)).toContain("external_account");
      expect(doneValue(await target.gateway.createAccount(request)).accountId).toBe(made.accountId);
      expect(doneValue(await target.gateway.readAccount(made.accountId))).toEqual(made);
      const [first, second] = await Promise.all([
        target.gateway.createOnboardingLink(
          made.accountId,
          "https://p.example.com/",
          "https://p.example.com/again",
        ),
        target.gateway.createOnboardingLink(
          made.accountId,
          "https://p.example.com/",
          "https://p.example.com/again",
        ),
      ]);
      expect(doneValue(first).url).not.toBe(doneValue(second).url);
      expect(
        (await target.gateway.createTransfer(transferOf(funded, made.accountId, { amount: 1_000n }))).kind,
      ).toBe("refused");
    });

    it("an account in a country that cannot be paid is refused with a code", async () => {
      const outcome = await target.gateway.createAccount({
        operation: { id: randomUUID(), attemptClass: 0 },
        organizationId: randomUUID(),
        email: "producer@example.com",
        businessName: "Studio Far",
        country: "KP",
        currency: "USD",
      });
      expect(outcome).toMatchObject({
        kind: "refused",
        code: expect.any(String),
        reason: expect.any(String),
      });
    });

    it("the platform's balance and an account's are told apart", async () => {
      const platform = doneValue(await target.gateway.readBalance(null));
      const producer = doneValue(await target.gateway.readBalance(account));
      const ownPounds = platform.find(({ currency }) => currency === "GBP");
      const producerPounds = producer.find(({ currency }) => currency === "GBP");
      expect(ownPounds?.pending).not.toBe(producerPounds?.pending);
    });

    it("what does not exist is refused with a code", async () => {
      for (const outcome of await Promise.all([
        target.gateway.readPayment("pi_doesnotexist"),
        target.gateway.readTransfer("tr_doesnotexist"),
        target.gateway.readCheckout("cs_test_doesnotexist"),
        target.gateway.readPayout(account, "po_doesnotexist"),
      ])) {
        expect(outcome).toMatchObject({ kind: "refused", code: "resource_missing" });
      }
    });

    it("an account that is not ours is refused as such", async () => {
      expect(await target.gateway.readAccount("acct_1NotOursAtAll")).toMatchObject({ kind: "refused" });
      expect(await target.gateway.readBalance("acct_1NotOursAtAll")).toMatchObject({ kind: "refused" });
    });
  });
}
