import { randomUUID } from "node:crypto";
import { draftMilestone, getMilestone } from "@evenshare/application";
import type { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  addMember,
  createBrand,
  createProducer,
  draftedMilestone,
  must,
  proposedPartnership,
  startedPartnership,
} from "../src";
import { asSent } from "./support/as-sent";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

function inputFor(partnershipId: string): z.input<typeof views.draftMilestoneInput> {
  return {
    commandKey: randomUUID(),
    partnershipId,
    title: "Rough cut",
    description: "The first full version.",
    amount: 50_000n,
    currency: "GBP",
    criteria: ["Ten minutes long", "Sound is mixed"],
    dueOn: "2027-02-28",
  };
}

describe("draftMilestone", () => {
  it("F46: keeps what was written, for both sides to read", async () => {
    const { deps } = world();
    const { id: partnershipId, brand, producer } = await startedPartnership(deps);
    const { id } = must(
      await draftMilestone(deps, producer, { ...inputFor(partnershipId), criteria: ["Sound", "Light"] }),
    );
    const drafted = must(await getMilestone(deps, producer, { id }));
    expect(drafted).toMatchObject({
      id,
      partnershipId,
      title: "Rough cut",
      state: "draft",
      version: 1,
      dueOn: "2027-02-28",
      proposedBySide: "producer",
      criteria: [
        { position: 1, text: "Sound" },
        { position: 2, text: "Light" },
      ],
      money: { currency: "GBP", committed: 50_000n, held: 0n, toFund: 50_000n },
      terms: { reviewDays: 14, includedRevisions: 2, feeBp: 250, feeBearer: "brand" },
      payee: { payable: false, reason: "no_account" },
      actions: ["edit", "propose"],
      nextAction: "propose",
      timeline: [],
      upcoming: [],
    });
    expect(must(await getMilestone(deps, brand, { id })).actions).toEqual([]);
    expect(await auditOf(world(), id)).toMatchObject([
      {
        action: "milestone.draft",
        organization_id: producer.organizationId,
        after: { amount: "50000", currency: "GBP" },
      },
    ]);
  });

  it("is possible while the agreement is only proposed", async () => {
    const { deps } = world();
    const { id, brand } = await proposedPartnership(deps);
    await draftedMilestone(deps, brand, id);
  });

  it("answers the same command again and refuses its key for anything else", async () => {
    const { deps } = world();
    const { id: partnershipId, brand } = await startedPartnership(deps);
    const input = inputFor(partnershipId);
    const first = must(await draftMilestone(deps, brand, input));
    const again = await expectNothingWritten(world(), () => draftMilestone(deps, brand, input));
    expect(must(again)).toEqual(first);
    const other = await expectNothingWritten(world(), () =>
      draftMilestone(deps, brand, { ...input, amount: 50_001n }),
    );
    expect(other).toMatchObject({ ok: false, failure: { code: "command.key_reused" } });
  });

  it.each([
    ["nothing", { amount: 0n }, "amount", "must be more than zero"],
    ["a negative amount", { amount: -1n }, "amount", "must be more than zero"],
    [
      "an amount with too many digits",
      { amount: 10n ** 30n },
      "amount",
      "is larger than any amount accepted here",
    ],
    [
      "just more than the most",
      { amount: 1_000_000_000_001n },
      "amount",
      "is larger than any amount accepted here",
    ],
    ["an unknown currency", { currency: "XXX" }, "currency", undefined],
    ["no title", { title: "  " }, "title", "is missing"],
    ["a long title", { title: "x".repeat(121) }, "title", "has more than 120 characters"],
    ["no criterion", { criteria: [] }, "criteria", "at least one criterion"],
    ["21 criteria", { criteria: Array.from({ length: 21 }, () => "x") }, "criteria", "at most 20 criteria"],
    ["an empty criterion", { criteria: ["x", " "] }, "criteria.1", "is empty"],
    ["a day that does not exist", { dueOn: "2027-02-29" }, "dueOn", undefined],
    ["a day that cannot be meant", { dueOn: "0000-01-01" }, "dueOn", "is before 2000-01-01"],
    ["text that no database keeps", { criteria: ["x", "nul\u0000"] }, "criteria.1", undefined],
    ["half a character", { description: "\ud83d" }, "description", undefined],
    ["a field nobody knows", { fee: 0n }, "", undefined],
  ])("refuses %s by field", async (_, change, field, reason) => {
    const { deps } = world();
    const { id, brand } = await startedPartnership(deps);
    const refused = await expectNothingWritten(world(), () =>
      draftMilestone(deps, brand, asSent({ ...inputFor(id), ...change })),
    );
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: "input.invalid", field, details: { reason: reason ?? expect.any(String) } },
    });
  });

  it("refuses another currency than the agreement's", async () => {
    const { deps } = world();
    const { id, brand } = await startedPartnership(deps);
    const refused = await expectNothingWritten(world(), () =>
      draftMilestone(deps, brand, { ...inputFor(id), currency: "EUR" }),
    );
    expect(refused).toMatchObject({
      ok: false,
      failure: {
        code: "milestone.currency_mismatch",
        field: "currency",
        details: { expected: "GBP", actual: "EUR" },
      },
    });
  });

  it("is for those who may draft, on either side", async () => {
    const { deps } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    for (const side of [brand, producer]) {
      for (const role of ["finance", "viewer"] as const) {
        const member = await addMember(deps, side, role);
        const refused = await expectNothingWritten(world(), () => draftMilestone(deps, member, inputFor(id)));
        expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
      }
      must(await draftMilestone(deps, await addMember(deps, side, "contributor"), inputFor(id)));
    }
  });

  it("F2: knows no partnership of others", async () => {
    const { deps } = world();
    const { id, brand } = await startedPartnership(deps);
    for (const stranger of [await createBrand(deps), await createProducer(deps)]) {
      for (const partnershipId of [id, randomUUID()]) {
        const refused = await expectNothingWritten(world(), () =>
          draftMilestone(deps, stranger, inputFor(partnershipId)),
        );
        expect(refused).toMatchObject({ ok: false, failure: { code: "partnership.not_found" } });
      }
    }
    must(await draftMilestone(deps, brand, inputFor(id)));
  });
});
