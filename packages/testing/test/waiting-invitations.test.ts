import { randomUUID } from "node:crypto";
import {
  acceptPartnerInvitation,
  acceptWaitingInvitation,
  declineWaitingInvitation,
  invitePartner,
  listOrganizationAudit,
  listPartnerInvitations,
  listPartnerships,
  listWaitingInvitations,
  resendPartnerInvitation,
  revokePartnerInvitation,
  type Scope,
} from "@evenshare/application";
import type { Result } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, must, testTerms } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";
import { tokenMailedTo } from "./support/invitation-mails";

const world = useTestWorld();
const key = () => ({ commandKey: randomUUID() });
const waitingFor = async (person: Scope) => must(await listWaitingInvitations(world().deps, person, {}));
const decline = (person: Scope, id: string) => declineWaitingInvitation(world().deps, person, { id });
const accept = (person: Scope, id: string) => acceptWaitingInvitation(world().deps, person, { id });

async function invited(brand: Scope, email: string): Promise<string> {
  const input = { ...key(), email, title: "Harvest box", terms: testTerms };
  return must(await invitePartner(world().deps, brand, input)).id;
}

/** The same person with an address that nobody has confirmed. */
async function unconfirmed(person: Scope): Promise<Scope> {
  const { prisma } = world().deps.database.auth;
  await prisma.user.update({ where: { id: person.userId }, data: { emailVerified: false } });
  return { ...person, emailVerified: false };
}

describe("a producer's waiting invitations", () => {
  it("F5: are those to the person's own confirmed address; no other address sees them, not a colleague's", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps, { name: "Gasthaus" }), await createProducer(deps)];
    const id = await invited(brand, producer.userEmail.toUpperCase());
    expect(await waitingFor(producer)).toMatchObject([
      {
        id,
        organizationName: "Gasthaus",
        invitedBy: brand.userName,
        title: "Harvest box",
        terms: { ...testTerms, feeBp: 250 },
      },
    ]);
    const others = [await createProducer(deps), await addMember(deps, producer, "approver")];
    for (const other of others) {
      expect(await waitingFor(other)).toEqual([]);
      const refused = await expectNothingWritten(world(), () => accept(other, id));
      expect(refused).toMatchObject({ failure: { code: "invitation.not_found" } });
    }
  });

  it("F5: begin the partnership without the link, once, whoever clicks how often", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    const id = await invited(brand, producer.userEmail);
    const token = await tokenMailedTo(world(), producer.userEmail);
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => accept(producer, id)),
      acceptPartnerInvitation(deps, producer, { token }),
    ]);
    const [partnershipId, ...more] = new Set(answers.map((answer) => must(answer).partnershipId));
    expect(more).toEqual([]);
    const { items } = must(await listPartnerships(deps, brand, {}));
    expect(items.map((row) => row.id)).toEqual([partnershipId]);
    expect(await waitingFor(producer)).toEqual([]);
    expect((await auditOf(world(), id)).map(({ action }) => action)).toEqual([
      "invitation.invite_partner",
      "invitation.accept",
    ]);
  });

  it("F5: that were taken back or have run out are not there, and begin nothing", async () => {
    const { deps, clock } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    const revoked = await invited(brand, producer.userEmail);
    must(await revokePartnerInvitation(deps, brand, { ...key(), id: revoked }));
    expect(await waitingFor(producer)).toEqual([]);
    const late = await invited(brand, producer.userEmail);
    clock.advanceBy(31 * 86_400_000);
    expect(await waitingFor(producer)).toEqual([]);
    for (const [id, code] of [
      [revoked, "invitation.revoked"],
      [late, "invitation.expired"],
    ] as const) {
      const refused = await expectNothingWritten(world(), () => accept(producer, id));
      expect(refused).toMatchObject({ failure: { code } });
    }
  });

  it("F5: can be declined, once and for all, which the brand reads by the person's name alone", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps), { ...(await createProducer(deps)), ip: "192.0.2.7" }];
    const id = await invited(brand, producer.userEmail);
    const token = await tokenMailedTo(world(), producer.userEmail);
    const answers = await Promise.all([decline(producer, id), decline(producer, id)]);
    expect(answers.map(must)).toEqual([{ id }, { id }]);
    expect(await waitingFor(producer)).toEqual([]);
    expect(must(await listPartnerInvitations(deps, brand, {}))).toMatchObject([{ id, state: "declined" }]);
    const { items } = must(await listOrganizationAudit(deps, brand, {}));
    expect(items.filter(({ action }) => action === "invitation.decline")).toMatchObject([
      { actorName: producer.userName, subjectTitle: producer.userEmail, ip: null },
    ]);
    const tooLate: (() => Promise<Result<unknown>>)[] = [
      () => accept(producer, id),
      () => acceptPartnerInvitation(deps, producer, { token }),
      () => resendPartnerInvitation(deps, brand, { ...key(), id }),
      () => revokePartnerInvitation(deps, brand, { ...key(), id }),
    ];
    for (const late of tooLate) {
      const refused = await expectNothingWritten(world(), late);
      expect(refused).toMatchObject({ failure: { code: "invitation.declined" } });
    }
    expect(await invited(brand, producer.userEmail)).not.toBe(id);
    expect(await waitingFor(producer)).toHaveLength(1);
  });

  it("F5: cannot be declined by anybody else, nor after they began a partnership", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    const id = await invited(brand, producer.userEmail);
    const stranger = await createProducer(deps);
    const foreign = await expectNothingWritten(world(), () => decline(stranger, id));
    expect(foreign).toMatchObject({ failure: { code: "invitation.not_found" } });
    must(await accept(producer, id));
    const late = await expectNothingWritten(world(), () => decline(producer, id));
    expect(late).toMatchObject({ failure: { code: "invitation.used" } });
  });

  it("F4 F5: are nobody's whose address is not confirmed, and no finance's, contributor's or viewer's", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    const stranger = await unconfirmed(await createProducer(deps));
    const id = await invited(brand, stranger.userEmail);
    expect(await listWaitingInvitations(deps, stranger, {})).toMatchObject({
      failure: { code: "account.email_unverified" },
    });
    // Also when a session still says that it was confirmed: the database knows better.
    const pretender = { ...stranger, emailVerified: true };
    expect(await waitingFor(pretender)).toEqual([]);
    expect(await accept(pretender, id)).toMatchObject({ failure: { code: "invitation.not_found" } });
    for (const role of ["finance", "contributor", "viewer"] as const) {
      const member = await addMember(deps, producer, role);
      const theirs = await invited(brand, member.userEmail);
      const refused = await expectNothingWritten(world(), () => accept(member, theirs));
      expect(refused).toMatchObject({ failure: { code: "permission.denied" } });
    }
  });
});
