import { describe, expect, it } from "vitest";
import { openGateway, payoutRequest, transferAnswer, transferRequest } from "./support/gateway";
import { sendJson, serveAnswers } from "./support/serve-answers";

function serveError(status: number, error: object, headers = {}) {
  return serveAnswers((_, response) => sendJson(response, status, { error }, headers));
}

describe("error answers on the wire", () => {
  it("a rate limit is tried later, when Stripe says", async () => {
    const error = { type: "invalid_request_error", code: "rate_limit", message: "Slow down." };
    const { apiBase, seen } = await serveError(429, error, { "retry-after": "7" });
    const outcome = await openGateway({ apiBase }).createTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "later", retryAfterMs: 7_000 });
    expect(seen).toHaveLength(1);
  });

  it("C25: a balance that does not suffice is tried later, under the next key", async () => {
    const error = { type: "invalid_request_error", code: "balance_insufficient", message: "Not enough." };
    const { apiBase, seen } = await serveError(400, error);
    const gateway = openGateway({ apiBase });
    expect(await gateway.createPayout(payoutRequest)).toMatchObject({ kind: "later", keySpent: true });
    await gateway.createPayout({ ...payoutRequest, operation: { id: "payout-1", attemptClass: 1 } });
    expect(seen.map((request) => request.idempotencyKey)).toEqual([
      "evenshare:payout:payout-1:0",
      "evenshare:payout:payout-1:1",
    ]);
  });

  it("C21: a definitive refusal carries its code, so that the next attempt takes the next key", async () => {
    const error = {
      type: "invalid_request_error",
      code: "insufficient_capabilities_for_transfer",
      message: "No.",
    };
    const { apiBase, seen } = await serveError(400, error);
    const gateway = openGateway({ apiBase });
    expect(await gateway.createTransfer(transferRequest)).toEqual({
      kind: "refused",
      code: "insufficient_capabilities_for_transfer",
      reason: "No.",
    });
    await gateway.createTransfer({ ...transferRequest, operation: { id: "transfer-1", attemptClass: 1 } });
    expect(new Set(seen.map((request) => request.idempotencyKey)).size).toBe(2);
  });

  it("a stored failure is recognised when Stripe repeats it", async () => {
    const error = { type: "api_error", message: "Sorry." };
    const { apiBase } = await serveError(500, error, { "idempotent-replayed": "true" });
    const outcome = await openGateway({ apiBase }).createTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "unknown", keySpent: true });
  });

  it("a key Stripe does not accept is a configuration error and refuses nothing", async () => {
    const error = { type: "invalid_request_error", message: "Invalid API Key provided: sk_test_****are" };
    const { apiBase } = await serveError(401, error);
    const outcome = await openGateway({ apiBase }).createTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "later", reason: expect.stringMatching(/^Configuration error/) });
  });
});

describe("looking an operation up", () => {
  const list = (data: object[], hasMore: boolean) => ({ object: "list", data, has_more: hasMore });
  const other = (id: string) => ({ ...transferAnswer, id, metadata: { evenshare_operation: `of ${id}` } });

  it("F91 C23: reads every page of the milestone's transfers", async () => {
    const { apiBase, seen } = await serveAnswers((request, response) => {
      const after = new URL(request.url ?? "", "http://x").searchParams.get("starting_after");
      if (after === null) sendJson(response, 200, list([other("tr_9"), other("tr_8")], true));
      else sendJson(response, 200, list([transferAnswer], false));
    });
    const outcome = await openGateway({ apiBase }).findTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "done", value: { transferId: "tr_1" } });
    expect(seen.map(({ url }) => url)).toEqual([
      "/v1/transfers?limit=100&transfer_group=milestone%3Amilestone-1",
      "/v1/transfers?limit=100&starting_after=tr_8&transfer_group=milestone%3Amilestone-1",
    ]);
  });

  it("says surely not made only after the last page", async () => {
    const { apiBase } = await serveAnswers((_, response, nth) => {
      if (nth === 1) sendJson(response, 200, list([other("tr_9")], true));
      else sendJson(response, 200, list([], false));
    });
    expect(await openGateway({ apiBase }).findTransfer(transferRequest)).toEqual({
      kind: "done",
      value: null,
    });
  });

  it.each([
    ["a list that does not go on", list([], true)],
    ["a list that goes in circles", list([other("tr_9")], true)],
    ["a list of other things", list([{ ...transferAnswer, object: "payout" }], false)],
  ])("does not believe %s", async (_, page) => {
    const { apiBase } = await serveAnswers((_, response) => sendJson(response, 200, page));
    expect((await openGateway({ apiBase }).findTransfer(transferRequest)).kind).toBe("later");
  });

  it("raises the alarm when an operation was carried out twice", async () => {
    const twice = list([transferAnswer, { ...transferAnswer, id: "tr_2" }], false);
    const { apiBase } = await serveAnswers((_, response) => sendJson(response, 200, twice));
    expect(await openGateway({ apiBase }).findTransfer(transferRequest)).toMatchObject({
      kind: "later",
      reason: expect.stringMatching(/alarm.*tr_1, tr_2/),
    });
  });
});

describe("fault points", () => {
  it("stand right before a write and right after its answer, and not around reads", async () => {
    const events: string[] = [];
    const { apiBase } = await serveAnswers((request, response) => {
      events.push(`answered ${request.method}`);
      sendJson(
        response,
        200,
        request.method === "POST" ? transferAnswer : { object: "list", data: [], has_more: false },
      );
    });
    const passFaultPoint = async (point: string) => void events.push(point);
    const gateway = openGateway({ apiBase, passFaultPoint });
    await gateway.createTransfer(transferRequest);
    await gateway.findTransfer(transferRequest);
    expect(events).toEqual([
      "before_provider_call",
      "answered POST",
      "provider_done_reply_lost",
      "answered GET",
    ]);
  });
});
