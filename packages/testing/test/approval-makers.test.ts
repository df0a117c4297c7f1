import { randomUUID } from "node:crypto";
import { changeRole, leaveOrganization, removeMember, setLimit } from "@evenshare/application";
import { expect, test } from "vitest";
import { addMember, must } from "../src";
import { type ApprovalCase, held, useApprovals } from "./support/approval-case";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";

const { world, submitted, part, approve, asked, requestOf, heldOf, templatesTo, findings } = useApprovals();
const key = () => ({ commandKey: randomUUID() });
const removal = ({ maker }: ApprovalCase) => ({ ...key(), userId: maker.userId });

test("R14 F4: removing whoever asked ends what they asked for, with the removal and once", async () => {
  const { deps } = world();
  const it = await submitted();
  const id = await asked(it);
  const input = removal(it);
  must(await removeMember(deps, it.brand, input));
  expect(await requestOf(id)).toMatchObject({ status: "void", reason: "maker_left" });
  expect((await auditOf(world(), id)).at(-1)).toMatchObject({
    action: "approval.void",
    actor_name: it.brand.userName,
    organization_id: it.brand.organizationId,
  });
  must(await expectNothingWritten(world(), () => removeMember(deps, it.brand, input)));
  expect(await approve(it.brand, id)).toMatchObject({ failure: { code: "approval.not_waiting" } });
  expect(await heldOf(it)).toBe(held);
  // What waited no longer stands in the way.
  must(await part(it.brand, it.milestone, 5_000n));
  expect(await findings()).toEqual([]);
});

test("R14 F4: a role that may not release ends it too, a role that may does not, and leaving does", async () => {
  const { deps } = world();
  const it = await submitted();
  const id = await asked(it);
  const change = async (role: "owner" | "contributor") =>
    must(await changeRole(deps, it.brand, { ...removal(it), role }));
  await change("owner");
  expect((await requestOf(id))?.status).toBe("waiting");
  await change("contributor");
  expect(await requestOf(id)).toMatchObject({ status: "void", reason: "maker_left" });
  expect(await templatesTo(it.maker)).toContain("approval.ended");

  const other = await submitted();
  const otherId = await asked(other);
  must(await leaveOrganization(deps, other.maker, key()));
  expect(await requestOf(otherId)).toMatchObject({ status: "void", reason: "maker_left" });
});

test("R14: a change of a limit that waits ends with its maker; what others asked for goes on waiting", async () => {
  const { deps } = world();
  const it = await submitted();
  const id = await asked(it);
  const second = await addMember(deps, it.brand, "owner");
  const wanted = { ...key(), currency: "GBP", amount: 90_000n, seen: 20_000n } as const;
  const { approvalId } = must(await setLimit(deps, second, wanted));
  if (approvalId === null) throw new Error("the limit was set at once");
  must(await removeMember(deps, it.brand, { ...key(), userId: second.userId }));
  expect(await requestOf(approvalId)).toMatchObject({ status: "void", reason: "maker_left" });
  expect((await requestOf(id))?.status).toBe("waiting");
});

test("R14: a removal and an approval at once are one outcome, and nobody waits for the other forever", async () => {
  const { deps } = world();
  for (let round = 0; round < 5; round += 1) {
    const it = await submitted();
    const id = await asked(it);
    const [yes, removed] = await Promise.all([
      approve(it.brand, id),
      removeMember(deps, it.brand, removal(it)),
    ]);
    must(removed);
    const status = (await requestOf(id))?.status;
    expect(["approved", "void"]).toContain(status);
    expect(await heldOf(it)).toBe(status === "approved" ? 0n : held);
    if (status === "approved") must(yes);
  }
  expect(await findings()).toEqual([]);
});
