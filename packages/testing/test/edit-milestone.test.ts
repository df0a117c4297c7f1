import { randomUUID } from "node:crypto";
import { editMilestone, getMilestone, proposeMilestone, withdrawMilestone } from "@evenshare/application";
import type { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  addMember,
  createBrand,
  draftedMilestone,
  must,
  type StartedPartnership,
  startedPartnership,
} from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

function inputFor(id: string, version = 1): z.input<typeof views.editMilestoneInput> {
  return {
    commandKey: randomUUID(),
    id,
    version,
    title: "Fine cut",
    description: "",
    amount: 60_000n,
    currency: "GBP",
    criteria: ["One new criterion"],
    dueOn: null,
  };
}

async function draft(): Promise<StartedPartnership & { milestone: string }> {
  const { deps } = world();
  const partnership = await startedPartnership(deps);
  return { ...partnership, milestone: await draftedMilestone(deps, partnership.brand, partnership.id) };
}

describe("editMilestone", () => {
  it("F136: rewrites the draft and keeps what it was in the audit trail", async () => {
    const { deps } = world();
    const { brand, producer, milestone } = await draft();
    expect(must(await editMilestone(deps, brand, inputFor(milestone)))).toEqual({ version: 2 });
    expect(must(await getMilestone(deps, producer, { id: milestone }))).toMatchObject({
      title: "Fine cut",
      version: 2,
      state: "draft",
      money: { committed: 60_000n },
      criteria: [{ position: 1, text: "One new criterion" }],
    });
    expect((await auditOf(world(), milestone))[1]).toMatchObject({
      action: "milestone.edit",
      before: { title: "Rough cut", amount: "50000", criteria: "Ten minutes long\nSound is mixed" },
      after: { title: "Fine cut", amount: "60000", criteria: "One new criterion" },
    });
  });

  it("answers the same command again and refuses its key for anything else", async () => {
    const { deps } = world();
    const { brand, milestone } = await draft();
    const input = inputFor(milestone);
    must(await editMilestone(deps, brand, input));
    const again = await expectNothingWritten(world(), () => editMilestone(deps, brand, input));
    expect(must(again)).toEqual({ version: 2 });
    const other = await expectNothingWritten(world(), () =>
      editMilestone(deps, brand, { ...input, title: "X" }),
    );
    expect(other).toMatchObject({ ok: false, failure: { code: "command.key_reused" } });
  });

  it("of many at once lets one through; the others must look again", async () => {
    const { deps } = world();
    const { brand, milestone } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => editMilestone(deps, brand, inputFor(milestone))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      if (answer.ok) continue;
      expect(answer.failure).toMatchObject({
        code: "milestone.changed_meanwhile",
        field: "version",
        details: { expected: "1", actual: "2" },
      });
    }
  });

  it("is over once the milestone was proposed, and possible again when it is taken back", async () => {
    const { deps } = world();
    const { brand, milestone } = await draft();
    must(await proposeMilestone(deps, brand, { commandKey: randomUUID(), id: milestone }));
    const refused = await expectNothingWritten(world(), () =>
      editMilestone(deps, brand, inputFor(milestone, 2)),
    );
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: "milestone.not_a_draft", details: { state: "proposed" } },
    });
    must(await withdrawMilestone(deps, brand, { commandKey: randomUUID(), id: milestone }));
    must(await editMilestone(deps, brand, inputFor(milestone, 3)));
  });

  it("is for the drafting side only, and there for those who may draft", async () => {
    const { deps } = world();
    const { brand, producer, milestone } = await draft();
    const viewer = await addMember(deps, brand, "viewer");
    const refusals = [
      [producer, "milestone.not_drafted_by_you"],
      [viewer, "permission.denied"],
      [await createBrand(deps), "milestone.not_found"],
    ] as const;
    for (const [person, code] of refusals) {
      const refused = await expectNothingWritten(world(), () =>
        editMilestone(deps, person, inputFor(milestone)),
      );
      expect(refused).toMatchObject({ ok: false, failure: { code } });
    }
    must(await editMilestone(deps, await addMember(deps, brand, "contributor"), inputFor(milestone)));
  });

  it("refuses another currency and an amount of nothing", async () => {
    const { deps } = world();
    const { brand, milestone } = await draft();
    expect(await editMilestone(deps, brand, { ...inputFor(milestone), currency: "USD" })).toMatchObject({
      failure: { code: "milestone.currency_mismatch" },
    });
    expect(await editMilestone(deps, brand, { ...inputFor(milestone), amount: 0n })).toMatchObject({
      failure: { code: "input.invalid", field: "amount" },
    });
  });
});
