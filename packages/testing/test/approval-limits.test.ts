import { randomUUID } from "node:crypto";
import { getBrandHome, getLimits, setLimit } from "@evenshare/application";
import { describe, expect, test } from "vitest";
import { addMember, drainOperations, must } from "../src";
import { useApprovals } from "./support/approval-case";
import { expectNothingWritten } from "./support/behind-the-scopes";

const { world, submitted, part, approve, requestOf, findings } = useApprovals();

describe("the limit", () => {
  test("R14: is not got around in parts, nor by waiting; an approval begins the count anew", async () => {
    const { deps, clock } = world();
    const it = await submitted(20_000n);
    const first = must(await part(it.maker, it.milestone, 12_000n));
    expect(first).toEqual({ releaseId: expect.any(String), approvalId: null });
    clock.setTo(new Date(clock.now().getTime() + 2 * 86_400_000));
    const second = must(await part(it.maker, it.milestone, 8_001n, 38_000n));
    if (second.approvalId === null) throw new Error("the parts were not counted together");
    must(await approve(it.brand, second.approvalId));
    // A second person has looked: what goes from here counts from here.
    expect(must(await part(it.maker, it.milestone, 15_000n, 29_999n)).approvalId).toBeNull();
    await drainOperations(deps);
    expect(await findings()).toEqual([]);
  });

  test("R14: counts per person, and a lone release within it needs nobody", async () => {
    const it = await submitted(20_000n);
    must(await part(it.maker, it.milestone, 20_000n));
    expect(must(await part(it.brand, it.milestone, 20_000n, 30_000n)).approvalId).toBeNull();
    expect(must(await part(it.maker, it.milestone, 1n, 10_000n)).approvalId).not.toBeNull();
  });

  test("R14: a currency without one beside others always asks; an organization without any never does", async () => {
    const { deps } = world();
    const it = await submitted(null);
    expect(must(await part(it.maker, it.milestone, 1_000n)).approvalId).toBeNull();
    must(
      await setLimit(deps, it.brand, {
        commandKey: randomUUID(),
        currency: "EUR",
        amount: 900_000n,
        seen: null,
      }),
    );
    expect(must(await part(it.maker, it.milestone, 1n, 49_000n)).approvalId).not.toBeNull();
  });

  test("R14 F4: is set by owners only; loosening it waits for a second owner, and holds once they approve", async () => {
    const { deps } = world();
    const it = await submitted();
    const limit = (amount: bigint | null, seen: bigint | null) =>
      ({ commandKey: randomUUID(), currency: "GBP", amount, seen }) as const;
    for (const role of ["approver", "finance", "viewer"] as const) {
      const member = await addMember(deps, it.brand, role);
      expect(await setLimit(deps, member, limit(1n, 20_000n))).toMatchObject({
        failure: { code: "permission.denied" },
      });
    }
    const owner = await addMember(deps, it.brand, "owner");
    const raise = limit(90_000n, 20_000n);
    const { approvalId } = must(await setLimit(deps, it.brand, raise));
    if (approvalId === null) throw new Error("a second owner was not asked");
    expect(must(await expectNothingWritten(world(), () => setLimit(deps, it.brand, raise)))).toEqual({
      approvalId,
    });
    expect(must(await getLimits(deps, owner, {}))).toMatchObject({
      limits: [{ currency: "GBP", amount: 20_000n }],
      owners: 2,
      waiting: [{ id: approvalId, step: "set_limit", actions: ["approve", "decline"] }],
    });
    expect(must(await getBrandHome(deps, owner, {})).needsYou).toMatchObject([
      { action: "approve", milestoneId: null },
      {},
    ]);
    expect(await approve(it.brand, approvalId)).toMatchObject({ failure: { code: "approval.own_request" } });
    expect(await approve(it.maker, approvalId)).toMatchObject({ failure: { code: "permission.denied" } });
    expect(must(await approve(owner, approvalId))).toMatchObject({ status: "approved" });
    expect(must(await getLimits(deps, owner, {})).limits).toEqual([{ currency: "GBP", amount: 90_000n }]);
    expect(await setLimit(deps, it.brand, limit(80_000n, 20_000n))).toMatchObject({
      failure: { code: "approval.limit_changed" },
    });
    must(await setLimit(deps, it.brand, limit(10_000n, 90_000n)));
    expect(must(await getLimits(deps, owner, {})).limits).toEqual([{ currency: "GBP", amount: 10_000n }]);
    const removal = must(await setLimit(deps, owner, limit(null, 10_000n)));
    if (removal.approvalId === null) throw new Error("a second owner was not asked");
    must(await approve(it.brand, removal.approvalId));
    expect(must(await getLimits(deps, owner, {})).limits).toEqual([]);
  });

  test("lowering it ends what waits on top of it", async () => {
    const { deps } = world();
    const it = await submitted();
    await addMember(deps, it.brand, "owner");
    const set = (amount: bigint) =>
      ({ commandKey: randomUUID(), currency: "GBP", amount, seen: 20_000n }) as const;
    const { approvalId } = must(await setLimit(deps, it.brand, set(30_000n)));
    must(await setLimit(deps, it.brand, set(1_000n)));
    expect(await requestOf(approvalId ?? "")).toMatchObject({ status: "void", reason: "limits_changed" });
  });
});
