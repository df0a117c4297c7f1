import { describe, expect, it } from "vitest";
import { openGateway } from "./support/gateway";
import { sendJson, serveAnswers } from "./support/serve-answers";

const movement = {
  object: "balance_transaction",
  id: "txn_1",
  type: "charge",
  amount: 30_900,
  fee: 470,
  net: 30_430,
  currency: "gbp",
  source: {
    id: "ch_1",
    object: "charge",
    metadata: { evenshare_operation: "funding-1" },
    source_transfer: null,
  },
  created: 1_795_953_600,
  available_on: 1_796_126_400,
};
const request = {
  accountId: "acct_1",
  from: new Date("2026-11-01T00:00:00.900Z"),
  before: new Date("2026-12-01T00:00:00Z"),
  after: null,
};

async function list(
  data: readonly object[],
  part: Partial<typeof request> | { after: string } = {},
  more = false,
) {
  const { apiBase, seen } = await serveAnswers((_, response) =>
    sendJson(response, 200, { object: "list", data, has_more: more }),
  );
  return { outcome: await openGateway({ apiBase }).listMovements({ ...request, ...part }), seen };
}

describe("the movements of an account", () => {
  it("F129: tell amount, fee, what they are about and whose operation that was", async () => {
    const { outcome, seen } = await list([movement]);
    expect(outcome).toEqual({
      kind: "done",
      value: {
        movements: [
          {
            id: "txn_1",
            type: "charge",
            amount: 30_900n,
            fee: 470n,
            net: 30_430n,
            currency: "GBP",
            sourceId: "ch_1",
            operationId: "funding-1",
            originId: null,
            createdAt: new Date(1_795_953_600_000),
            availableOn: new Date(1_796_126_400_000),
          },
        ],
        next: null,
      },
    });
    const asked = new URL(seen[0]?.url ?? "", "http://stripe.test").searchParams;
    expect(asked.get("created[gte]")).toBe("1793491200");
    expect(asked.get("created[lt]")).toBe("1796083200");
    expect(asked.get("expand[0]")).toBe("data.source");
    expect(asked.has("starting_after")).toBe(false);
  });

  it("F129: go on where the page before ended", async () => {
    const { outcome, seen } = await list([movement], { after: "txn_0" }, true);
    expect(outcome).toMatchObject({ kind: "done", value: { next: "txn_1" } });
    expect(new URL(seen[0]?.url ?? "", "http://stripe.test").searchParams.get("starting_after")).toBe(
      "txn_0",
    );
    const stuck = await list([movement], { after: "txn_1" }, true);
    expect(stuck.outcome.kind).not.toBe("done");
  });

  it("F129: name the transfer that money arrived by, and the charge that went back", async () => {
    const arrival = {
      ...movement,
      id: "txn_2",
      type: "payment",
      source: { id: "py_1", source_transfer: "tr_1" },
    };
    const refund = {
      ...movement,
      id: "txn_3",
      type: "refund",
      source: { id: "re_1", charge: { id: "ch_9" } },
    };
    const bare = { ...movement, id: "txn_4", type: "payout", source: "po_1" };
    const none = { ...movement, id: "txn_5", type: "stripe_fee", source: null };
    const { outcome } = await list([arrival, refund, bare, none]);
    if (outcome.kind !== "done") throw new Error(outcome.reason);
    expect(outcome.value.movements.map(({ sourceId, originId }) => [sourceId, originId])).toEqual([
      ["py_1", "tr_1"],
      ["re_1", "ch_9"],
      ["po_1", null],
      [null, null],
    ]);
  });

  it("leave out currencies that are not ours, and are not believed when they are no list", async () => {
    const { outcome } = await list([{ ...movement, currency: "xau" }]);
    expect(outcome).toMatchObject({ kind: "done", value: { movements: [] } });
    const { amount: _, ...broken } = movement;
    expect((await list([broken])).outcome.kind).not.toBe("done");
  });
});
