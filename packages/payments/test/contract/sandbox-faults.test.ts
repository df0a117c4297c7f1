import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayMs, openSandboxTarget, type SandboxTarget } from "./sandbox-target";
import { doneValue, type FundedMilestone, fundMilestone, transferOf } from "./target";

describe("faults of the local sandbox", () => {
  let target: SandboxTarget;
  let funded: FundedMilestone;
  let account: string;

  beforeAll(async () => {
    target = await openSandboxTarget();
    account = await target.payableAccount();
  });
  beforeEach(async () => {
    funded = await fundMilestone(target);
  });
  afterAll(() => target?.close());

  const strike = (kind: string, more: object = {}) =>
    target.control("/faults", { kind, method: "POST", path: "/v1/transfers", ...more });

  it.each(["executed_then_drop", "truncated", "nonsense"])(
    "F91 C23: a transfer that was made while its answer was lost (%s) is unknown, is found, and is not made again",
    async (kind) => {
      const request = transferOf(funded, account);
      await strike(kind);
      expect((await target.gateway.createTransfer(request)).kind).toBe("unknown");
      const found = doneValue(await target.gateway.findTransfer(request));
      expect(found).toMatchObject({ operationId: request.operation.id, amount: request.amount });
      expect(doneValue(await target.gateway.createTransfer(request))).toEqual(found);
    },
  );

  it("F91 C23: a transfer made before Stripe failed is found, although its key only repeats the failure", async () => {
    const request = transferOf(funded, account);
    await strike("executed_then_500");
    expect((await target.gateway.createTransfer(request)).kind).toBe("unknown");
    expect(await target.gateway.createTransfer(request)).toMatchObject({ kind: "unknown", keySpent: true });
    expect(doneValue(await target.gateway.findTransfer(request))).toMatchObject({
      operationId: request.operation.id,
    });
  });

  it("C23: a transfer Stripe failed to make is made under the next key once the look-up has found nothing", async () => {
    const request = transferOf(funded, account);
    await strike("500");
    expect((await target.gateway.createTransfer(request)).kind).toBe("unknown");
    expect(await target.gateway.createTransfer(request)).toMatchObject({ kind: "unknown", keySpent: true });
    expect(await target.gateway.findTransfer(request)).toEqual({ kind: "done", value: null });
    const next = { ...request, operation: { id: request.operation.id, attemptClass: 1 } };
    expect(doneValue(await target.gateway.createTransfer(next))).toMatchObject({
      operationId: request.operation.id,
    });
  });

  it("F91: a transfer that takes too long is unknown, and the same key gets its answer", async () => {
    const request = transferOf(funded, account);
    await strike("stall", { ms: 1_000 });
    const hasty = target.reopen({ timeoutMs: 200 });
    expect((await hasty.createTransfer(request)).kind).toBe("unknown");
    // Stripe is still at work on it: the key is in use.
    expect((await target.gateway.createTransfer(request)).kind).toBe("later");
    await expect
      .poll(() => target.gateway.findTransfer(request), { timeout: 5_000 })
      .toMatchObject({
        kind: "done",
        value: { operationId: request.operation.id },
      });
    const made = doneValue(await target.gateway.createTransfer(request));
    expect(doneValue(await target.gateway.findTransfer(request))).toEqual(made);
  });

  it.each(["429", "409"])(
    "a transfer turned away with %s was not made, and the same key makes it",
    async (kind) => {
      const request = transferOf(funded, account);
      await strike(kind);
      const outcome = await target.gateway.createTransfer(request);
      expect(outcome).toMatchObject({ kind: "later", retryAfterMs: expect.any(Number) });
      expect(outcome).not.toHaveProperty("keySpent");
      expect(await target.gateway.findTransfer(request)).toEqual({ kind: "done", value: null });
      doneValue(await target.gateway.createTransfer(request));
    },
  );

  it("C23: after a day the key is forgotten and only the look-up still knows; a blind repeat raises the alarm", async () => {
    const request = transferOf(funded, account, { amount: 1_000n });
    await strike("executed_then_drop");
    expect((await target.gateway.createTransfer(request)).kind).toBe("unknown");
    await target.control("/clock", { advanceMs: 2 * dayMs });
    const found = doneValue(await target.gateway.findTransfer(request));
    const repeated = doneValue(await target.gateway.createTransfer(request));
    expect(repeated.transferId).not.toBe(found?.transferId);
    expect(await target.gateway.findTransfer(request)).toMatchObject({
      kind: "later",
      reason: expect.stringMatching(/^Stripe's answer made no sense \(alarm/),
    });
    await target.control("/clock", { advanceMs: -2 * dayMs });
  });

  it.each(["429", "500", "503", "truncated", "nonsense", "executed_then_drop"])(
    "a read that meets %s is simply read again",
    async (kind) => {
      const request = transferOf(funded, account);
      await target.control("/faults", { kind, method: "GET", path: "/v1/transfers" });
      expect((await target.gateway.findTransfer(request)).kind).toBe("later");
      expect(await target.gateway.findTransfer(request)).toEqual({ kind: "done", value: null });
    },
  );
});
