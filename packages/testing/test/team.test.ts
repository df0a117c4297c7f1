import { randomUUID } from "node:crypto";
import {
  acceptMilestone,
  changeRole,
  draftMilestone,
  leaveOrganization,
  listTeam,
  removeMember,
  type Scope,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, must, startedPartnership } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";
import { mailsToAddress } from "./support/invitation-mails";

const world = useTestWorld();
const key = () => ({ commandKey: randomUUID() });

async function rolesOf(reader: Scope) {
  const { members } = must(await listTeam(world().deps, reader, {}));
  return new Map(members.map(({ userId, role }) => [userId, role]));
}

describe("listTeam", () => {
  it("F4: shows every member who belongs to it, as what, since when, and to no other organization", async () => {
    const { deps, clock } = world();
    const owner = await createBrand(deps);
    clock.advanceBy(1_000);
    const viewer = await addMember(deps, owner, "viewer");
    const team = must(await listTeam(deps, viewer, {}));
    expect(views.teamView.parse(team)).toEqual(team);
    expect(team.canManage).toBe(false);
    expect(team.members).toMatchObject([
      {
        userId: owner.userId,
        name: owner.userName,
        email: owner.userEmail,
        role: "owner",
        isLastOwner: true,
      },
      { userId: viewer.userId, role: "viewer", isYou: true, isLastOwner: false },
    ]);
    const stranger = await createBrand(deps);
    expect([...(await rolesOf(stranger)).keys()]).toEqual([stranger.userId]);
  });
});

describe("changeRole", () => {
  it("F4: gives a member another role, once per click, and keeps who did it", async () => {
    const { deps } = world();
    const owner = await createBrand(deps);
    const member = await addMember(deps, owner, "viewer");
    const input = { ...key(), userId: member.userId, role: "approver" } as const;
    must(await changeRole(deps, owner, input));
    must(await changeRole(deps, owner, { ...key(), userId: member.userId, role: "finance" }));
    expect(must(await changeRole(deps, owner, input)).role).toBe("approver");
    expect((await rolesOf(owner)).get(member.userId)).toBe("finance");
    expect(await auditOf(world(), member.userId)).toMatchObject([
      { action: "member.change_role", before: { role: "viewer" }, after: { role: "approver" } },
      { action: "member.change_role", before: { role: "approver" }, after: { role: "finance" } },
    ]);
  });

  it.each(["finance", "approver", "contributor", "viewer"] as const)("F4: is not for %s", async (role) => {
    const { deps } = world();
    const owner = await createBrand(deps);
    const member = await addMember(deps, owner, role);
    const input = { ...key(), userId: member.userId, role: "owner" } as const;
    const refused = await expectNothingWritten(world(), () => changeRole(deps, member, input));
    expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
  });

  it("F2 C53: knows nobody of another organization", async () => {
    const { deps } = world();
    const [owner, stranger] = [await createBrand(deps), await createProducer(deps)];
    for (const userId of [stranger.userId, randomUUID()]) {
      const input = { ...key(), userId, role: "viewer" } as const;
      const refused = await expectNothingWritten(world(), () => changeRole(deps, owner, input));
      expect(refused).toMatchObject({ failure: { code: "member.not_found" } });
      expect(await removeMember(deps, owner, { ...key(), userId })).toMatchObject({
        failure: { code: "member.not_found" },
      });
    }
    expect((await rolesOf(stranger)).get(stranger.userId)).toBe("owner");
  });
});

describe("the last owner", () => {
  it("F4: cannot leave, be removed or be given another role", async () => {
    const { deps } = world();
    const owner = await createBrand(deps);
    await addMember(deps, owner, "finance");
    const { userId } = owner;
    const attempts = [
      () => leaveOrganization(deps, owner, key()),
      () => removeMember(deps, owner, { ...key(), userId }),
      () => changeRole(deps, owner, { ...key(), userId, role: "finance" }),
    ];
    for (const attempt of attempts) {
      const refused = await expectNothingWritten(world(), attempt);
      expect(refused).toMatchObject({ ok: false, failure: { code: "member.last_owner" } });
    }
    const second = await addMember(deps, owner, "owner");
    must(await leaveOrganization(deps, owner, key()));
    expect(await leaveOrganization(deps, second, key())).toMatchObject({
      failure: { code: "member.last_owner" },
    });
  });

  it("F4: is left over when two owners remove each other, or step down, at the same time", async () => {
    const { deps } = world();
    for (let round = 0; round < 12; round += 1) {
      const one = await createBrand(deps);
      const other = await addMember(deps, one, "owner");
      const results = await Promise.all(
        round % 2 === 0
          ? [
              removeMember(deps, one, { ...key(), userId: other.userId }),
              removeMember(deps, other, { ...key(), userId: one.userId }),
            ]
          : [
              leaveOrganization(deps, one, key()),
              changeRole(deps, other, { ...key(), userId: other.userId, role: "viewer" }),
            ],
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const left = await withAdmin(world().databaseUrl, async (client) => {
        const { rows } = await client.query(
          "select 1 from member where organization_id = $1 and role = 'owner'",
          [one.organizationId],
        );
        return rows.length;
      });
      expect(left).toBe(1);
    }
  });
});

describe("removeMember", () => {
  it("F4: ends what the person may do at once, even under a session that was read before, and is mailed to them", async () => {
    const { deps } = world();
    const { id: partnershipId, brand } = await startedPartnership(deps);
    const member = await addMember(deps, brand, "approver");
    must(await removeMember(deps, brand, { ...key(), userId: member.userId }));
    const draft = {
      ...key(),
      partnershipId,
      title: "x",
      description: "",
      amount: 100n,
      currency: "GBP" as const,
      criteria: ["x"],
      dueOn: null,
    } satisfies Parameters<typeof draftMilestone>[2];
    const attempts: (() => Promise<unknown>)[] = [
      () => draftMilestone(deps, member, draft),
      () => acceptMilestone(deps, member, { ...key(), id: randomUUID(), expectedHeld: 1n }),
      () => leaveOrganization(deps, member, key()),
    ];
    for (const attempt of attempts) {
      const refused = await expectNothingWritten(world(), attempt);
      expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
    }
    expect(await mailsToAddress(world(), member.userEmail)).toEqual(["member.removed"]);
    expect(await auditOf(world(), member.userId)).toMatchObject([
      { action: "member.remove", actor_name: brand.userName, before: { role: "approver" } },
    ]);
  });

  it("F4: waits for a command of that person that is under way, and lets none begin after it", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const member = await addMember(deps, brand, "approver");
    let underWay: (() => void) | undefined;
    const began = new Promise<void>((resolve) => {
      underWay = resolve;
    });
    const order: string[] = [];
    const command = deps.database.inTenant(brand.organizationId, async (tx) => {
      const claim = {
        ...key(),
        key: randomUUID(),
        name: "x",
        inputHash: "x",
        userId: member.userId,
        role: "approver",
      };
      await tx.$queryRaw`select app.claim_command(${brand.organizationId}::uuid, ${JSON.stringify(claim)}::jsonb, now())`;
      underWay?.();
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push("command");
    });
    await began;
    const removal = removeMember(deps, brand, { ...key(), userId: member.userId }).then((result) => {
      order.push("removal");
      return must(result);
    });
    await Promise.all([command, removal]);
    expect(order).toEqual(["command", "removal"]);
  });

  it("whoever leaves by themselves is not written to", async () => {
    const { deps } = world();
    const member = await addMember(deps, await createBrand(deps), "viewer");
    must(await leaveOrganization(deps, member, key()));
    expect(await mailsToAddress(world(), member.userEmail)).toEqual([]);
    expect(await auditOf(world(), member.userId)).toMatchObject([{ action: "member.leave" }]);
  });
});
