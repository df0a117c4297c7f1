import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { openGateway, transferAnswer, transferRequest } from "./support/gateway";
import { type Answer, sendJson, serveAnswers } from "./support/serve-answers";

function body(text: string): Answer {
  return (_, response) => response.writeHead(200, { "content-type": "application/json" }).end(text);
}

function json(value: unknown, status = 200): Answer {
  return (_, response) => sendJson(response, status, value);
}

/** Answers after which nobody can say whether the transfer was made. */
const uncertain: [string, Answer][] = [
  ["the connection is closed without an answer", (request) => request.socket.destroy()],
  ["the connection is reset", (request) => request.socket.resetAndDestroy()],
  [
    "the answer breaks off",
    (_, response) => {
      response.writeHead(200, { "content-length": "400" });
      response.write('{"object":"transfer","id":"tr_1","amo', () => response.destroy());
    },
  ],
  ["no answer comes in time", () => {}],
  [
    "the answer trickles in for ever",
    (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(" "), 50);
      response.once("close", () => clearInterval(timer));
    },
  ],
  ["the answer is empty", body("")],
  ["the answer is a page", body("<html>Bad gateway</html>")],
  ["the answer is a bare string", body('"ok"')],
  ["the answer is a number", body("5")],
  ["the answer is null", body("null")],
  ["the answer is a list", body("[]")],
  ["the answer is an empty object", body("{}")],
  ["the answer's error is a string", body('{"error":"oops"}')],
  ["the answer's error is a number", body('{"error":5}')],
  ["the answer is another kind of object", json({ ...transferAnswer, object: "payout" })],
  ["the answer has no id", json({ ...transferAnswer, id: undefined })],
  ["the answer's amount is a fraction", json({ ...transferAnswer, amount: 300.5 })],
  ["the answer's amount is another one", json({ ...transferAnswer, amount: 1 })],
  ["the answer's currency is another one", json({ ...transferAnswer, currency: "usd" })],
  ["the answer goes to another account", json({ ...transferAnswer, destination: "acct_2" })],
  ["the answer is another operation's", json({ ...transferAnswer, metadata: { evenshare_operation: "x" } })],
  ["Stripe fails", json({ error: { type: "api_error", message: "Sorry." } }, 500)],
  ["a gateway before Stripe fails", (_, response) => response.writeHead(502).end("<html></html>")],
  ["an error comes with a status that means success", json({ error: { type: "api_error" } }, 200)],
];

describe("a transfer whose answer is lost or nonsense", () => {
  it.each(uncertain)("F91 C23: is unknown, after one attempt: %s", async (_, answer) => {
    const { apiBase, seen } = await serveAnswers(answer);
    const outcome = await openGateway({ apiBase, timeoutMs: 400 }).createTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "unknown", reason: expect.any(String) });
    expect(seen).toMatchObject([
      { method: "POST", url: "/v1/transfers", idempotencyKey: "evenshare:transfer:transfer-1:0" },
    ]);
  });

  it.each(uncertain)("is simply read again later: %s", async (_, answer) => {
    const { apiBase, seen } = await serveAnswers(answer);
    const outcome = await openGateway({ apiBase, timeoutMs: 400 }).findTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "later", retryAfterMs: expect.any(Number) });
    expect(seen).toHaveLength(1);
  });

  it("is done when the answer is whole", async () => {
    const { apiBase } = await serveAnswers(json(transferAnswer));
    expect(await openGateway({ apiBase }).createTransfer(transferRequest)).toEqual({
      kind: "done",
      value: {
        transferId: "tr_1",
        operationId: "transfer-1",
        amount: 30_000n,
        reversed: 0n,
        currency: "GBP",
      },
    });
  });
});

describe("a transfer that was surely not sent", () => {
  it("comes later when nobody listens", async () => {
    const apiBase = `http://127.0.0.1:${await freePort()}`;
    const outcome = await openGateway({ apiBase }).createTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "later", reason: expect.stringContaining("ECONNREFUSED") });
  });

  it("comes later when the host has no address", async () => {
    const outcome = await openGateway({ apiBase: "http://stripe.invalid" }).createTransfer(transferRequest);
    expect(outcome).toMatchObject({ kind: "later" });
  });

  it("comes later when TLS is not spoken there", async () => {
    const { apiBase, seen } = await serveAnswers(json(transferAnswer));
    const outcome = await openGateway({ apiBase: apiBase.replace("http", "https") }).createTransfer(
      transferRequest,
    );
    expect(outcome).toMatchObject({ kind: "later" });
    expect(seen).toEqual([]);
  });

  it("is refused for an amount Stripe cannot carry, without asking", async () => {
    const { apiBase, seen } = await serveAnswers(json(transferAnswer));
    const request = { ...transferRequest, amount: 1_234n, currency: "KWD" as const };
    expect(await openGateway({ apiBase }).createTransfer(request)).toMatchObject({
      kind: "refused",
      code: "amount_not_representable",
    });
    expect(seen).toEqual([]);
  });
});

describe("a connection kept open", () => {
  it("that the other side closed meanwhile makes a write unknown, not repeated", async () => {
    const { apiBase, seen } = await serveAnswers((request, response, nth) => {
      if (nth === 1) sendJson(response, 200, transferAnswer);
      else request.socket.destroy();
    });
    const gateway = openGateway({ apiBase });
    expect((await gateway.createTransfer(transferRequest)).kind).toBe("done");
    expect((await gateway.createTransfer(transferRequest)).kind).toBe("unknown");
    expect(seen).toHaveLength(2);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
