import { randomUUID } from "node:crypto";
import {
  answerHold,
  appealHold,
  fundMilestone,
  listHolds,
  tellOfHolds,
  tellOfLedger,
  tellOfReconciliation,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { must, type StartedPartnership } from "../src";
import { agreedMilestone, payablePartnership, payPage, useMoneyWorld } from "./support/money-world";
import { deliverDisputes, look } from "./support/provider-news";

const world = useMoneyWorld();
const operator = "ada@shell";
type Held = StartedPartnership & { readonly milestone: string; readonly hold: string };
let upheld: Held;

/** $500.00 by card, disputed at the bank. */
async function disputed(): Promise<Held> {
  const { deps, askProvider } = world();
  const terms = { currency: "USD", timeZone: "America/New_York" } as const;
  const partnership = await payablePartnership(world(), { terms });
  const milestone = await agreedMilestone(world(), partnership, { currency: "USD" });
  const input = { commandKey: randomUUID(), id: milestone, amount: 50_000n, currency: "USD" as const };
  await payPage(must(await fundMilestone(deps, partnership.brand, input)).checkoutUrl);
  await look(world(), partnership);
  const charges = z.object({ data: z.array(z.object({ id: z.string() })) });
  const { data } = charges.parse(await askProvider("GET", "/v1/charges?limit=1"));
  await askProvider("POST", `/_sandbox/charges/${data[0]?.id}/dispute`, {});
  await deliverDisputes(world());
  const [hold] = must(await listHolds(deps, partnership.brand, { milestoneId: milestone })).items;
  return { ...partnership, milestone, hold: hold?.id ?? "" };
}

const appeal = ({ producer, milestone, hold }: Held) =>
  appealHold(world().deps, producer, {
    commandKey: randomUUID(),
    id: milestone,
    holdId: hold,
    note: "The bank was wrong.",
  });

async function rows(sql: string, ...values: readonly unknown[]): Promise<Record<string, unknown>[]> {
  return withAdmin(world().databaseUrl, async (client) => (await client.query(sql, [...values])).rows);
}

beforeAll(async () => {
  upheld = await disputed();
}, 120_000);

describe("the operator and a hold", () => {
  it("F95: lists what stands across tenants, and answers an objection once, for both sides to read", async () => {
    const { deps } = world();
    const answer = { holdId: upheld.hold, answer: "upheld", reason: "The bank's letter says so." } as const;
    expect(await answerHold(deps, answer, operator)).toMatchObject({
      failure: { code: "hold.not_appealed" },
    });
    must(await appeal(upheld));
    expect(await deps.database.listOpenHolds()).toMatchObject([
      {
        id: upheld.hold,
        amount: 51_250n,
        currency: "USD",
        ownerName: "Stripe",
        appealNote: "The bank was wrong.",
        brandId: upheld.brand.organizationId,
      },
    ]);
    must(await answerHold(deps, answer, operator));
    expect(await answerHold(deps, answer, operator)).toMatchObject({
      failure: { code: "hold.answered_before" },
    });
    for (const side of [upheld.brand, upheld.producer]) {
      const [hold] = must(await listHolds(deps, side, {})).items;
      expect(hold).toMatchObject({
        answer: { answer: "upheld", reason: "The bank's letter says so." },
        end: null,
      });
      expect(
        await rows(
          `select m.data ->> 'reason' as reason, (select count(*)::int from notification n where n.organization_id = $1
             and n.template = 'hold.answered') as notices
           from mail m where m.organization_id = $1 and m.template = 'hold.answered'`,
          side.organizationId,
        ),
      ).toEqual([{ reason: "The bank's letter says so.", notices: 1 }]);
    }
    expect(
      await rows("select actor_kind, actor_name, reason from audit_event where action = 'hold.answer'"),
    ).toEqual([{ actor_kind: "operator", actor_name: operator, reason: "The bank's letter says so." }]);
  });

  it("F95: ends one with a reason; no money moves and nobody is reminded of it any more", async () => {
    const { deps } = world();
    const held = await disputed();
    const entries = () => rows("select count(*)::int as entries from ledger_entry");
    const before = await entries();
    const answer = { holdId: held.hold, answer: "released", reason: "Placed twice." } as const;
    must(await answerHold(deps, answer, operator));
    expect(await entries()).toEqual(before);
    const [hold] = must(await listHolds(deps, held.producer, { milestoneId: held.milestone })).items;
    expect(hold?.end?.reason).toBe("The platform's operator ended it: Placed twice.");
    expect(
      await rows(
        "select status from deadline where milestone_id = $1 and kind = 'hold.review'",
        held.milestone,
      ),
    ).toEqual([{ status: "cancelled" }]);
    expect(await answerHold(deps, answer, operator)).toMatchObject({ failure: { code: "hold.not_found" } });
    expect((await appeal(held)).ok).toBe(false);
  });

  it("F95: is mailed of each hold and each objection once, however often it is looked, and only where an address is set", async () => {
    const { deps } = world();
    const mails = () =>
      rows(
        "select data ->> 'reason' as headline, to_email from mail where template = 'operator.told' order by 1",
      );
    await tellOfHolds(deps);
    expect(await mails()).toEqual([]);
    const told = { ...deps, settings: { ...deps.settings, operatorEmail: "operator@example.test" } };
    await Promise.all([tellOfHolds(told), tellOfHolds(told)]);
    await tellOfHolds(told);
    const to_email = "operator@example.test";
    expect(await mails()).toEqual([
      { headline: "A hold was placed", to_email },
      { headline: "An objection to a hold waits for your answer", to_email },
    ]);
    const at = new Date("2026-11-25T10:00:00Z");
    const finding = { invariant: "never_negative", subject: "held 1", detail: "-5 GBP" };
    const check = { at, ok: false, findings: [finding], millis: 1 };
    await tellOfLedger(told, check);
    await tellOfLedger(told, { ...check, at: new Date(at.getTime() + 60_000) });
    const run = { id: randomUUID(), startedAt: at, ok: false, differences: { missing_in_ledger: 1 } };
    const facts = { ...run, finishedAt: at, lines: 1, matched: 0, inFlight: 0, millis: 1 };
    await tellOfReconciliation(told, facts);
    await tellOfReconciliation(told, facts);
    await tellOfReconciliation(told, { ...facts, id: randomUUID(), ok: true });
    expect((await mails()).map(({ headline }) => headline)).toEqual([
      "A hold was placed",
      "An objection to a hold waits for your answer",
      "The ledger does not add up",
      "The ledger does not agree with the payment provider",
    ]);
  });
});
