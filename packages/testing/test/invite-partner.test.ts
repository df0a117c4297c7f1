import { randomUUID } from "node:crypto";
import {
  acceptPartnerInvitation,
  getPartnership,
  invitePartner,
  listPartnerInvitations,
  listPartnerships,
  lookAtInvitation,
  resendPartnerInvitation,
  revokePartnerInvitation,
  type Scope,
} from "@evenshare/application";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, must, testTerms } from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";
import { mailsToAddress, tokenMailedTo } from "./support/invitation-mails";

const world = useTestWorld();
const key = () => ({ commandKey: randomUUID() });

const inputFor = (email: string) => ({ ...key(), email, title: "Harvest box", terms: testTerms });

async function invited(brand: Scope, email: string, startsOn?: string) {
  const input = { ...inputFor(email), ...(startsOn === undefined ? {} : { startsOn }) };
  const { id } = must(await invitePartner(world().deps, brand, input));
  return { id, token: await tokenMailedTo(world(), email.toLowerCase()) };
}

const accept = (producer: Scope, token: string) => acceptPartnerInvitation(world().deps, producer, { token });

describe("invitePartner", () => {
  it("F5: carries title, terms with the platform's fee and the day earning starts, to an address without an account", async () => {
    const { deps } = world();
    const brand = await createBrand(deps, { name: "Gasthaus" });
    const email = `${randomUUID()}@example.test`;
    const { id, token } = await invited(brand, email, "2027-03-01");
    expect(must(await lookAtInvitation(deps, { token }))).toMatchObject({
      kind: "partner",
      portal: "producer",
      organizationName: "Gasthaus",
      email,
      title: "Harvest box",
      terms: { ...testTerms, feeBp: 250 },
      startsOn: "2027-03-01",
    });
    expect(must(await listPartnerInvitations(deps, brand, {}))).toMatchObject([
      { id, email, title: "Harvest box", startsOn: "2027-03-01", state: "pending", partnershipId: null },
    ]);
    expect(await mailsToAddress(world(), email)).toEqual(["partnership.invited"]);
  });

  it("F5: answers and writes the same for an address with an account and one without", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const known = await createProducer(deps);
    const unknown = `${randomUUID()}@example.test`;
    const answers: string[][] = [];
    for (const email of [known.userEmail, unknown]) {
      const answer = must(await invitePartner(deps, brand, inputFor(email)));
      answers.push(Object.keys(answer));
      expect(await mailsToAddress(world(), email)).toEqual(["partnership.invited"]);
    }
    expect(answers[0]).toEqual(answers[1]);
    const rows = must(await listPartnerInvitations(deps, brand, {}));
    expect(rows.map(({ state, partnershipId }) => [state, partnershipId])).toEqual([
      ["pending", null],
      ["pending", null],
    ]);
    expect(must(await listPartnerships(deps, brand, {})).items).toEqual([]);
  });

  it("F5: starts today, on the calendar of the agreement, when no day is said", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const email = `${randomUUID()}@example.test`;
    must(
      await invitePartner(deps, brand, {
        ...inputFor(email),
        terms: { ...testTerms, timeZone: "Pacific/Kiritimati" },
      }),
    );
    const token = await tokenMailedTo(world(), email);
    expect(must(await lookAtInvitation(deps, { token })).startsOn).toBe("2026-11-24");
  });

  it.each(["finance", "contributor", "viewer"] as const)("F4: is not for a brand's %s", async (role) => {
    const { deps } = world();
    const member = await createBrand(deps, { role });
    const refused = await expectNothingWritten(world(), () =>
      invitePartner(deps, member, inputFor("x@example.test")),
    );
    expect(refused).toMatchObject({ failure: { code: "permission.denied" } });
    expect(await invitePartner(deps, await createProducer(deps), inputFor("x@example.test"))).toMatchObject({
      failure: { code: "permission.denied" },
    });
  });

  it("F48: refuses one's own address, a day that is none, and terms out of bounds, by field", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const right = inputFor("x@example.test");
    const wrong = [
      [{ ...right, email: brand.userEmail }, "email"],
      [{ ...right, startsOn: "2027-02-30" }, "startsOn"],
      [{ ...right, terms: { ...testTerms, reviewDays: 2 } }, "terms.reviewDays"],
      [{ ...right, terms: { ...testTerms, reviewDays: 31 } }, "terms.reviewDays"],
      [{ ...right, terms: { ...testTerms, timeZone: "Mars/Olympus" } }, "terms.timeZone"],
      [{ ...right, terms: { ...testTerms, includedRevisions: -1 } }, "terms.includedRevisions"],
      [{ ...right, terms: { ...testTerms, minimumStartBp: 10_001 } }, "terms.minimumStartBp"],
      [{ ...right, title: " " }, "title"],
    ] as const;
    for (const [input, field] of wrong) {
      const refused = await expectNothingWritten(world(), () =>
        invitePartner(deps, brand, { ...input, ...key() }),
      );
      expect(refused).toMatchObject({ ok: false, failure: { field } });
    }
    for (const reviewDays of [3, 30]) {
      const input = { ...right, ...key(), terms: { ...testTerms, reviewDays } };
      must(await invitePartner(deps, brand, input));
    }
  });
});

describe("acceptPartnerInvitation", () => {
  it("F5: starts the partnership with the terms and the day that were stated, once", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    const { id, token } = await invited(brand, producer.userEmail.toUpperCase(), "2027-03-01");
    const answers = await Promise.all(Array.from({ length: 4 }, () => accept(producer, token)));
    const ids = new Set(answers.map((answer) => must(answer).partnershipId));
    expect(ids.size).toBe(1);
    const [partnershipId = ""] = ids;
    expect(must(await getPartnership(deps, producer, { id: partnershipId }))).toMatchObject({
      title: "Harvest box",
      brand: { id: brand.organizationId },
      producer: { id: producer.organizationId },
      agreement: {
        version: 1,
        status: "proposed",
        startsOn: "2027-03-01",
        terms: { ...testTerms, feeBp: 250 },
      },
      canAccept: true,
    });
    expect(must(await listPartnerships(deps, brand, {})).items).toHaveLength(1);
    expect(must(await listPartnerInvitations(deps, brand, {}))).toMatchObject([
      { state: "accepted", partnershipId },
    ]);
    expect(await auditOf(world(), id)).toMatchObject([
      { action: "invitation.invite_partner", organization_id: brand.organizationId },
      {
        action: "invitation.accept",
        actor_name: producer.userName,
        organization_id: producer.organizationId,
        after: { startsOn: "2027-03-01", feeBp: "250" },
      },
    ]);
    expect((await mailsTo(world(), brand.organizationId)).map(({ template }) => template)).toEqual([
      "partnership.started",
    ]);
  });

  it("F5: is for the producer organization that the person chooses, and for no other person", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const first = await createProducer(deps);
    const other = await createProducer(deps);
    const second: Scope = {
      ...other,
      userId: first.userId,
      userName: first.userName,
      userEmail: first.userEmail,
    };
    const { token } = await invited(brand, first.userEmail);
    expect(await expectNothingWritten(world(), () => accept(other, token))).toMatchObject({
      failure: { code: "invitation.for_another", details: { email: first.userEmail } },
    });
    const { partnershipId } = must(await accept(second, token));
    expect(must(await getPartnership(deps, other, { id: partnershipId })).producer.id).toBe(
      other.organizationId,
    );
    expect(await getPartnership(deps, first, { id: partnershipId })).toMatchObject({
      failure: { code: "partnership.not_found" },
    });
  });

  it("F4 F5: is for owners and approvers of producers", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    for (const role of ["finance", "contributor", "viewer"] as const) {
      const member = await addMember(deps, producer, role);
      const { token } = await invited(brand, member.userEmail);
      const refused = await expectNothingWritten(world(), () => accept(member, token));
      expect(refused).toMatchObject({ failure: { code: "permission.denied" } });
    }
    const buyer = await createBrand(deps);
    const { token } = await invited(brand, buyer.userEmail);
    expect(await accept(buyer, token)).toMatchObject({ failure: { code: "permission.denied" } });
  });

  it("F5: of a link that was replaced, taken back or has run out starts nothing and says which", async () => {
    const { deps, clock } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    const { id, token: first } = await invited(brand, producer.userEmail);
    must(await resendPartnerInvitation(deps, brand, { ...key(), id }));
    const second = await tokenMailedTo(world(), producer.userEmail);
    const expectDead = async (token: string, code: string) => {
      const refused = await expectNothingWritten(world(), () => accept(producer, token));
      expect(refused).toMatchObject({ failure: { code } });
    };
    await expectDead(first, "invitation.replaced");
    clock.advanceBy(31 * 86_400_000);
    await expectDead(second, "invitation.expired");
    must(await revokePartnerInvitation(deps, brand, { ...key(), id }));
    await expectDead(second, "invitation.revoked");
    const stranger = await createBrand(deps);
    expect(await revokePartnerInvitation(deps, stranger, { ...key(), id })).toMatchObject({
      failure: { code: "invitation.not_found" },
    });
  });
});
