import { randomUUID } from "node:crypto";
import {
  acceptMemberInvitation,
  type Invitee,
  inviteMember,
  listTeam,
  lookAtInvitation,
  resendMemberInvitation,
  revokeMemberInvitation,
  type Scope,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, must } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";
import { mailsToAddress, tokenMailedTo } from "./support/invitation-mails";

const world = useTestWorld();
const key = () => ({ commandKey: randomUUID() });
const dayMs = 86_400_000;

/** Somebody with an account, who belongs elsewhere. */
async function colleague(): Promise<Invitee & Scope> {
  return createProducer(world().deps);
}

async function invited(owner: Scope, email: string, role: "viewer" | "approver" = "approver") {
  const { id } = must(await inviteMember(world().deps, owner, { ...key(), email, role }));
  return { id, token: await tokenMailedTo(world(), email.toLowerCase()) };
}

const accept = (person: Invitee, token: string) =>
  acceptMemberInvitation(world().deps, person, { token, portal: "brand" });
const look = (token: string) => lookAtInvitation(world().deps, { token });

describe("inviteMember", () => {
  it("F5: asks an address in for 30 days, with or without an account, and says who, into what, as what", async () => {
    const { deps } = world();
    const owner = await createBrand(deps, { name: "Gasthaus" });
    const { id, token } = await invited(owner, "New.Person@Example.test");
    const invitation = must(await look(token));
    expect(views.invitationView.parse(invitation)).toEqual(invitation);
    expect(invitation).toMatchObject({
      kind: "member",
      email: "new.person@example.test",
      portal: "brand",
      organizationName: "Gasthaus",
      invitedBy: owner.userName,
      role: "approver",
      expiresAt: new Date(deps.clock.now().getTime() + 30 * dayMs),
    });
    expect(await mailsToAddress(world(), "new.person@example.test")).toEqual(["organization.invited"]);
    expect(must(await listTeam(deps, owner, {})).invitations).toMatchObject([
      { id, email: "new.person@example.test", state: "pending", invitedBy: owner.userName },
    ]);
    expect(await auditOf(world(), id)).toMatchObject([
      { action: "invitation.invite_member", after: { email: "new.person@example.test", role: "approver" } },
    ]);
  });

  it("F5: keeps of the link only a digest, and once the mail is sent nothing else", async () => {
    const owner = await createBrand(world().deps);
    const { token } = await invited(owner, "hashed@example.test");
    const found = await withAdmin(world().databaseUrl, async (client) => {
      const { rows } = await client.query<{ text: string }>(
        "select row_to_json(l)::text || row_to_json(i)::text as text from invitation i join invitation_link l on l.invitation_id = i.id",
      );
      return rows.map(({ text }) => text).join();
    });
    expect(found).toContain("hashed@example.test");
    expect(found).not.toContain(token);
  });

  it("F5: answers the same click the same, and refuses to ask the same address or a member twice", async () => {
    const { deps } = world();
    const owner = await createBrand(deps);
    const input = { ...key(), email: "twice@example.test", role: "viewer" } as const;
    const first = must(await inviteMember(deps, owner, input));
    expect(must(await inviteMember(deps, owner, input))).toEqual(first);
    for (const email of ["twice@example.test", "TWICE@example.test"]) {
      const again = await expectNothingWritten(world(), () =>
        inviteMember(deps, owner, { ...input, ...key(), email }),
      );
      expect(again).toMatchObject({ failure: { code: "invitation.already_pending", field: "email" } });
    }
    const member = await addMember(deps, owner, "viewer");
    expect(await inviteMember(deps, owner, { ...input, ...key(), email: member.userEmail })).toMatchObject({
      failure: { code: "invitation.already_member" },
    });
    const parallel = await Promise.all(
      Array.from({ length: 4 }, () =>
        inviteMember(deps, owner, { ...key(), email: "race@example.test", role: "viewer" }),
      ),
    );
    expect(parallel.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each(["finance", "approver", "contributor", "viewer"] as const)("F4 F5: is not for %s", async (role) => {
    const { deps } = world();
    const member = await addMember(deps, await createBrand(deps), role);
    const input = { ...key(), email: "x@example.test", role: "owner" } as const;
    const refused = await expectNothingWritten(world(), () => inviteMember(deps, member, input));
    expect(refused).toMatchObject({ failure: { code: "permission.denied" } });
  });

  it("refuses what is no address, by field", async () => {
    const owner = await createBrand(world().deps);
    for (const email of ["", "nobody", "a@b", "x@example.test\r\nBcc: y@example.test"]) {
      expect(await inviteMember(world().deps, owner, { ...key(), email, role: "viewer" })).toMatchObject({
        failure: { code: "input.invalid", field: "email" },
      });
    }
  });
});

describe("acceptMemberInvitation", () => {
  it("F5: makes the invited person a member with that role, and again does nothing twice", async () => {
    const { deps } = world();
    const owner = await createBrand(deps);
    const ada = await colleague();
    const { id, token } = await invited(owner, ada.userEmail);
    const [once, twice] = await Promise.all([accept(ada, token), accept(ada, token)]);
    expect(must(once)).toEqual(must(twice));
    const team = must(await listTeam(deps, owner, {}));
    expect(team.members.filter(({ userId }) => userId === ada.userId)).toMatchObject([{ role: "approver" }]);
    expect(team.invitations).toMatchObject([{ id, state: "accepted" }]);
    expect((await auditOf(world(), id)).map(({ action }) => action)).toEqual([
      "invitation.invite_member",
      "invitation.accept",
    ]);
    expect(await look(token)).toMatchObject({ failure: { code: "invitation.used" } });
  });

  it("F5: a forwarded link does not let another person in, and says for whom it is", async () => {
    const { deps } = world();
    const owner = await createBrand(deps);
    const [ada, eve] = [await colleague(), await colleague()];
    const { token } = await invited(owner, ada.userEmail);
    const refused = await expectNothingWritten(world(), () => accept(eve, token));
    expect(refused).toMatchObject({
      failure: { code: "invitation.for_another", details: { email: ada.userEmail } },
    });
    must(await accept(ada, token));
    expect(await accept(eve, token)).toMatchObject({ failure: { code: "invitation.for_another" } });
  });

  it("F5: a link that was used, replaced, taken back or has run out says which, and lets nobody in", async () => {
    const { deps, clock } = world();
    const owner = await createBrand(deps);
    const ada = await colleague();
    const { id, token: first } = await invited(owner, ada.userEmail);
    must(await resendMemberInvitation(deps, owner, { ...key(), id }));
    const second = await tokenMailedTo(world(), ada.userEmail);
    expect(second).not.toBe(first);
    const expectDead = async (token: string, code: string) => {
      expect(await look(token)).toMatchObject({ failure: { code } });
      const refused = await expectNothingWritten(world(), () => accept(ada, token));
      expect(refused).toMatchObject({ failure: { code } });
    };
    await expectDead(first, "invitation.replaced");
    must(await look(second));
    clock.advanceBy(30 * dayMs);
    await expectDead(second, "invitation.expired");
    expect(must(await listTeam(deps, owner, {})).invitations).toMatchObject([{ state: "expired" }]);
    must(await resendMemberInvitation(deps, owner, { ...key(), id }));
    const third = await tokenMailedTo(world(), ada.userEmail);
    must(await look(third));
    must(await revokeMemberInvitation(deps, owner, { ...key(), id }));
    await expectDead(third, "invitation.revoked");
    for (const token of ["x".repeat(43), `${third}x`]) await expectDead(token, "invitation.not_found");
    expect(await resendMemberInvitation(deps, owner, { ...key(), id })).toMatchObject({
      failure: { code: "invitation.revoked" },
    });
  });

  it("F5: of accepting and taking back at once exactly one happens", async () => {
    const { deps } = world();
    for (let round = 0; round < 6; round += 1) {
      const owner = await createBrand(deps);
      const ada = await colleague();
      const { id, token } = await invited(owner, ada.userEmail);
      const [accepted, revoked] = await Promise.all([
        accept(ada, token),
        revokeMemberInvitation(deps, owner, { ...key(), id }),
      ]);
      expect([accepted.ok, revoked.ok].filter(Boolean)).toHaveLength(1);
      const { members } = must(await listTeam(deps, owner, {}));
      expect(members.some(({ userId }) => userId === ada.userId)).toBe(accepted.ok);
    }
  });

  it("F5: leads into the portal of the organization only", async () => {
    const ada = await colleague();
    const { token } = await invited(await createBrand(world().deps), ada.userEmail);
    expect(await acceptMemberInvitation(world().deps, ada, { token, portal: "producer" })).toMatchObject({
      failure: { code: "invitation.other_portal" },
    });
  });

  it("C53: another organization's invitation does not exist", async () => {
    const { deps } = world();
    const [owner, stranger] = [await createBrand(deps), await createBrand(deps)];
    const { id } = await invited(owner, `${randomUUID()}@example.test`);
    for (const verb of [resendMemberInvitation, revokeMemberInvitation]) {
      for (const wrong of [id, randomUUID()]) {
        const refused = await expectNothingWritten(world(), () =>
          verb(deps, stranger, { ...key(), id: wrong }),
        );
        expect(refused).toMatchObject({ failure: { code: "invitation.not_found" } });
      }
    }
    expect(must(await listTeam(deps, stranger, {})).invitations).toEqual([]);
  });
});
