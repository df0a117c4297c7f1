import fc from "fast-check";
import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { readPropertySteps } from "../src/env";
import { checkLedger } from "../src/ledger/check-ledger";
import { dumpStore } from "../src/sandbox";
import type { Store } from "../src/state/store";
import type { BalanceRow } from "../src/state/tables";
import { kinds, LedgerWorld, type Step, step } from "./support/ledger-steps";

const stepsPerRun = 125;

const isConnected = (store: Store, balance: BalanceRow) =>
  store.get("onboardings", balance.account) !== undefined;

async function play(steps: Step[], sabotage: (store: Store) => void = () => {}): Promise<LedgerWorld> {
  const world = new LedgerWorld();
  await world.prepare();
  for (const [index, one] of steps.entries()) {
    const before = JSON.stringify(
      dumpStore(world.platform.store).filter(([table]) => table.startsWith("balance")),
    );
    const acceptedBefore = world.accepted;
    await world.run(one);
    if (index === 250) world.platform.store.transact(() => sabotage(world.platform.store));
    const problems = checkLedger(world.platform.store, world.platform.account);
    if (problems.length > 0) throw new Error(problems.join("\n"));
    const changed =
      before !==
      JSON.stringify(dumpStore(world.platform.store).filter(([table]) => table.startsWith("balance")));
    const refused = world.accepted === acceptedBefore && one.kind !== "advance";
    if (refused && changed) throw new Error(`a refused ${one.kind} moved money`);
  }
  return world;
}

describe("the ledger", () => {
  const runs = Math.ceil(readPropertySteps() / stepsPerRun);

  it(`keeps its invariants through ${runs * stepsPerRun} random steps`, async () => {
    const steps = fc.array(step, { minLength: stepsPerRun, maxLength: stepsPerRun, size: "max" });
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        accepted += (await play(taken)).accepted;
      }),
      { numRuns: runs, interruptAfterTimeLimit: 600_000, endOnFailure: true },
    );
    // Steps that are all refused would prove nothing.
    expect(accepted).toBeGreaterThan((runs * stepsPerRun) / 4);
  }, 620_000);

  it("is tried with every kind of step, each accepted at least once", async () => {
    // Always the same steps: whether a rare kind finds its moment must not be left to chance.
    const samples = fc.sample(
      fc.array(step, { minLength: stepsPerRun, maxLength: stepsPerRun, size: "max" }),
      {
        numRuns: 12,
        seed: 7,
      },
    );
    const accepted = new Set<string>();
    for (const steps of samples) for (const kind of (await play(steps)).acceptedOf.keys()) accepted.add(kind);
    // A declined payment is never accepted; that is what it is there for.
    expect(kinds.filter((kind) => !accepted.has(kind))).toEqual(["decline"]);
  }, 120_000);

  /** Changes the first row of a kind that exists. */
  const spoil =
    (change: (store: Store) => boolean) =>
    (store: Store): void => {
      if (!change(store)) throw new Error("nothing to spoil");
    };

  const spoilers: [string, (store: Store) => void, RegExp][] = [
    [
      "a balance off by one",
      spoil((store) => {
        const [row] = [...store.entries("balances")];
        if (row !== undefined) store.put("balances", row[0], { ...row[1], available: row[1].available + 1 });
        return row !== undefined;
      }),
      /sum to/,
    ],
    [
      "money from nowhere, entered properly on one side",
      spoil((store) => {
        const [row] = [...store.all("outside")];
        if (row !== undefined)
          store.put("outside", `${row.currency}/${row.name}`, { ...row, amount: row.amount - 7 });
        return row !== undefined;
      }),
      /platform \+ connected \+ outside is -7/,
    ],
    [
      "a transfer larger than its charge",
      spoil((store) => {
        const transfer = [...store.all("transfers")].find((row) => row.object.source_transaction !== null);
        const charge = store.get("charges", String(transfer?.object.source_transaction));
        if (charge !== undefined) {
          const object: Stripe.Charge = { ...charge.object, amount_captured: 1 };
          store.put("charges", object.id, { ...charge, object });
        }
        return charge !== undefined;
      }),
      /out of a charge of 1/,
    ],
    [
      "a reversal that is written down too large",
      spoil((store) => {
        const [row] = [...store.all("transfers")];
        if (row !== undefined) {
          const object = { ...row.object, amount_reversed: row.object.amount + 1 };
          store.put("transfers", object.id, { ...row, object });
        }
        return row !== undefined;
      }),
      /more reversed than transferred/,
    ],
    [
      "a refund that is forgotten on its charge",
      spoil((store) => {
        const refund = [...store.all("refunds")].find(
          ({ object }) => object.id.startsWith("re_") && object.status !== "failed",
        );
        const charge = store.get("charges", String(refund?.object.charge));
        if (charge !== undefined) {
          store.put("charges", charge.object.id, {
            ...charge,
            object: { ...charge.object, amount_refunded: 0 },
          });
        }
        return charge !== undefined;
      }),
      /refunded 0/,
    ],
    [
      "a dispute that is won without the money coming back",
      spoil((store) => {
        const row = [...store.all("disputes")].find(({ object }) => object.status === "lost");
        if (row !== undefined) {
          store.put("disputes", row.object.id, { ...row, object: { ...row.object, status: "won" } });
        }
        return row !== undefined;
      }),
      /transactions sum to/,
    ],
    [
      "an account below zero that nobody keeps a reserve for",
      spoil((store) => {
        const row = [...store.entries("balances")].find(
          ([, balance]) => balance.available > 0 && isConnected(store, balance),
        );
        if (row !== undefined) store.put("balances", row[0], { ...row[1], available: -5 });
        return row !== undefined;
      }),
      /below zero, \d+ is reserved/,
    ],
  ];

  it.each(spoilers)("notices %s", async (_name, sabotage, complaint) => {
    const [steps = []] = fc.sample(fc.array(step, { minLength: 300, maxLength: 300, size: "max" }), {
      numRuns: 1,
      seed: 7,
    });
    await expect(play(steps, sabotage)).rejects.toThrow(complaint);
  });
});
