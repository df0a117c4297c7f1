import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodBank, hourMs, openSandboxTarget, type SandboxTarget } from "./sandbox-target";
import { checkoutRequest, doneValue } from "./target";

describe("hosted pages of the local sandbox", () => {
  let target: SandboxTarget;

  beforeAll(async () => {
    target = await openSandboxTarget();
  });
  afterAll(() => target?.close());

  it("F134: a brand pays, and the session leads to the payment", async () => {
    const request = checkoutRequest();
    const session = doneValue(await target.gateway.createCheckout(request));
    expect(await target.payByCard(session.url, "4242424242424242")).toBe(303);
    const paid = doneValue(await target.gateway.readCheckout(session.sessionId));
    expect(paid).toMatchObject({ status: "complete", url: "", fundingId: request.operation.id });
    // Closing it now is too late, and says so.
    expect(doneValue(await target.gateway.expireCheckout(session.sessionId))).toEqual(paid);
    const payment = doneValue(await target.gateway.readPayment(paid.paymentIntentId ?? ""));
    expect(payment).toMatchObject({ status: "succeeded", amount: 30_900n, fundingId: request.operation.id });
  });

  it("a declined card leaves the session open and the payment failed with a reason, and another card pays", async () => {
    const session = doneValue(await target.gateway.createCheckout(checkoutRequest()));
    await target.payByCard(session.url, "4000000000009995");
    const declined = doneValue(await target.gateway.readCheckout(session.sessionId));
    expect(declined.status).toBe("open");
    if (declined.paymentIntentId !== null) {
      expect(doneValue(await target.gateway.readPayment(declined.paymentIntentId))).toMatchObject({
        status: "failed",
        chargeId: null,
        failureReason: expect.stringMatching(/insufficient funds/i),
      });
    }
    await target.payByCard(session.url, "4242424242424242");
    expect(doneValue(await target.gateway.readCheckout(session.sessionId)).status).toBe("complete");
  });

  it("a session nobody pays expires when it was said to", async () => {
    const expiresAt = new Date(Date.now() + hourMs);
    const session = doneValue(await target.gateway.createCheckout(checkoutRequest({ expiresAt })));
    await target.control("/clock", { advanceMs: hourMs + 1_000 });
    const expired = doneValue(await target.gateway.readCheckout(session.sessionId));
    expect(expired).toMatchObject({ status: "expired", paymentIntentId: null });
    await target.control("/clock", { advanceMs: -hourMs - 1_000 });
  });

  it("a producer who has finished onboarding can be paid, and is not once Stripe stops transfers", async () => {
    const accountId = await target.newAccount();
    await target.onboard(accountId, goodBank);
    expect(doneValue(await target.gateway.readAccount(accountId))).toMatchObject({
      payable: true,
      block: null,
      requirements: [],
      detailsSubmitted: true,
      banks: [{ currency: "GBP", label: expect.stringMatching(/5432$/), isDefault: true }],
    });
    await target.control(`/accounts/${accountId}/capabilities`, { transfers: "inactive" });
    expect(doneValue(await target.gateway.readAccount(accountId))).toMatchObject({
      payable: false,
      block: "transfers_inactive",
    });
  });
});
