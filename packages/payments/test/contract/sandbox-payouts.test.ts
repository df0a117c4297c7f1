import { randomUUID } from "node:crypto";
import type { PayoutRequest } from "@evenshare/application";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { closedBank, dayMs, openSandboxTarget, type SandboxTarget } from "./sandbox-target";
import { doneValue, fundMilestone, transferOf } from "./target";

function payoutOf(accountId: string, amount: bigint): PayoutRequest {
  return { operation: { id: randomUUID(), attemptClass: 0 }, accountId, amount, currency: "GBP" };
}

describe("payouts of the local sandbox", () => {
  let target: SandboxTarget;

  beforeAll(async () => {
    target = await openSandboxTarget();
  });
  afterAll(() => target?.close());

  async function paidAccount(bank?: string): Promise<string> {
    const account = bank === undefined ? await target.payableAccount() : await target.newAccount();
    if (bank !== undefined) await target.onboard(account, bank);
    const funded = await fundMilestone(target, {
      expiresAt: new Date((await sandboxNow()).getTime() + dayMs / 2),
    });
    doneValue(await target.gateway.createTransfer(transferOf(funded, account)));
    return account;
  }

  async function sandboxNow(): Promise<Date> {
    const answer = await fetch(`${target.url}/_sandbox/clock`, {
      headers: { authorization: `Bearer ${target.secretKey}` },
    });
    return z.object({ now: z.coerce.date() }).parse(await answer.json()).now;
  }

  it("C25: money is transferred before it is available, and paid out once it is, under the next key", async () => {
    const account = await paidAccount();
    const request = payoutOf(account, 30_000n);
    expect(doneValue(await target.gateway.readBalance(account))).toEqual([
      { currency: "GBP", available: 0n, pending: 30_000n },
    ]);
    expect(await target.gateway.createPayout(request)).toMatchObject({ kind: "later", keySpent: true });
    expect(await target.gateway.findPayout(request)).toEqual({ kind: "done", value: null });

    await target.control("/clock", { advanceMs: 10 * dayMs });
    const next = { ...request, operation: { id: request.operation.id, attemptClass: 1 } };
    const made = doneValue(await target.gateway.createPayout(next));
    expect(made).toMatchObject({
      operationId: request.operation.id,
      accountId: account,
      status: "pending",
      amount: 30_000n,
    });
    expect(doneValue(await target.gateway.createPayout(next))).toEqual(made);
    expect(doneValue(await target.gateway.findPayout(next))).toEqual(made);

    await target.control("/clock", { advanceMs: 7 * dayMs });
    const paid = doneValue(await target.gateway.readPayout(account, made.payoutId));
    expect(paid).toMatchObject({ status: "paid", failureCode: null, traceId: expect.any(String) });
    expect(paid.arrivalDate).toEqual(made.arrivalDate);
  });

  it("a payout that the bank sends back tells why", async () => {
    const account = await paidAccount(closedBank);
    await target.control("/clock", { advanceMs: 10 * dayMs });
    const made = doneValue(await target.gateway.createPayout(payoutOf(account, 30_000n)));
    await target.control("/clock", { advanceMs: 7 * dayMs });
    expect(doneValue(await target.gateway.readPayout(account, made.payoutId))).toMatchObject({
      status: "failed",
      failureCode: "account_closed",
      failureReason: expect.any(String),
    });
  });

  it("F91 C23: a payout whose answer was lost is unknown, is found, and is not made again", async () => {
    const account = await paidAccount();
    await target.control("/clock", { advanceMs: 10 * dayMs });
    const request = payoutOf(account, 30_000n);
    await target.control("/faults", { kind: "executed_then_drop", method: "POST", path: "/v1/payouts" });
    expect((await target.gateway.createPayout(request)).kind).toBe("unknown");
    const found = doneValue(await target.gateway.findPayout(request));
    expect(found).toMatchObject({ operationId: request.operation.id });
    expect(doneValue(await target.gateway.createPayout(request))).toEqual(found);
  });

  it("a payout from someone else's account is refused", async () => {
    expect((await target.gateway.createPayout(payoutOf("acct_1NotOursAtAll", 100n))).kind).toBe("refused");
  });
});
