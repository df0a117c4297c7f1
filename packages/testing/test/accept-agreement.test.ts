import { randomUUID } from "node:crypto";
import { acceptAgreement, getPartnership } from "@evenshare/application";
import { describe, expect, it } from "vitest";
import { addMember, createProducer, must, proposedPartnership, startedPartnership } from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

describe("acceptAgreement", () => {
  it("F136: puts the agreement in force, with an audit row and a mail to the brand", async () => {
    const { deps } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    expect(must(await getPartnership(deps, brand, { id }))).toMatchObject({
      agreementStatus: "accepted",
      agreement: { status: "accepted", acceptedAt: deps.clock.now(), acceptedBy: producer.userName },
      canAccept: false,
    });
    expect(await auditOf(world(), `${id}:1`)).toMatchObject([
      { action: "agreement.accept", organization_id: producer.organizationId, after: { status: "accepted" } },
    ]);
    expect(await mailsTo(world(), brand.organizationId)).toMatchObject([
      {
        template: "agreement.accepted",
        to_email: brand.userEmail,
        data: { partnershipId: id, version: "1" },
      },
    ]);
  });

  it("answers the same command again and refuses its key for anything else", async () => {
    const { deps } = world();
    const { id: partnershipId, producer } = await proposedPartnership(deps);
    const input = { commandKey: randomUUID(), partnershipId, version: 1 };
    const first = must(await acceptAgreement(deps, producer, input));
    expect(first).toEqual({ version: 1 });
    const again = await expectNothingWritten(world(), () => acceptAgreement(deps, producer, input));
    expect(must(again)).toEqual(first);
    const other = await expectNothingWritten(world(), () =>
      acceptAgreement(deps, producer, { ...input, version: 2 }),
    );
    expect(other).toMatchObject({ ok: false, failure: { code: "command.key_reused" } });
  });

  it("of many at once accepts one, and says so to the others", async () => {
    const { deps } = world();
    const { id: partnershipId, producer } = await proposedPartnership(deps);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        acceptAgreement(deps, producer, { commandKey: randomUUID(), partnershipId, version: 1 }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok) expect(answer.failure).toMatchObject({ code: "agreement.already_accepted" });
    }
    expect(await auditOf(world(), `${partnershipId}:1`)).toHaveLength(1);
  });

  it("refuses a version that is not the one that stands", async () => {
    const { deps } = world();
    const { id: partnershipId, producer } = await proposedPartnership(deps);
    const input = { commandKey: randomUUID(), partnershipId, version: 2 };
    const refused = await expectNothingWritten(world(), () => acceptAgreement(deps, producer, input));
    expect(refused).toMatchObject({
      ok: false,
      failure: {
        code: "agreement.version_changed",
        field: "version",
        details: { expected: "2", actual: "1" },
      },
    });
  });

  it("is for the producer's owner only: neither for the brand that proposed nor for other roles", async () => {
    const { deps } = world();
    const { id: partnershipId, brand, producer } = await proposedPartnership(deps);
    const members = await Promise.all(
      (["finance", "approver", "contributor", "viewer"] as const).map((role) =>
        addMember(deps, producer, role),
      ),
    );
    for (const person of [brand, ...members]) {
      const input = { commandKey: randomUUID(), partnershipId, version: 1 };
      const refused = await expectNothingWritten(world(), () => acceptAgreement(deps, person, input));
      expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
    }
    must(await acceptAgreement(deps, producer, { commandKey: randomUUID(), partnershipId, version: 1 }));
  });

  it("F2: does not exist for another producer", async () => {
    const { deps } = world();
    const { id: partnershipId, producer } = await proposedPartnership(deps);
    const stranger = await createProducer(deps);
    for (const id of [partnershipId, randomUUID()]) {
      const input = { commandKey: randomUUID(), partnershipId: id, version: 1 };
      const refused = await expectNothingWritten(world(), () => acceptAgreement(deps, stranger, input));
      expect(refused).toMatchObject({ ok: false, failure: { code: "partnership.not_found" } });
    }
    must(await acceptAgreement(deps, producer, { commandKey: randomUUID(), partnershipId, version: 1 }));
  });
});
