import { randomUUID } from "node:crypto";
import { getPartnership, listPartnerships, startPartnership } from "@evenshare/application";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, must, proposedPartnership, testTerms } from "../src";
import { auditOf, countRows, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

function inputFor(producerEmail: string, terms: Partial<typeof testTerms> = {}) {
  return { commandKey: randomUUID(), producerEmail, title: "Harvest box", terms: { ...testTerms, ...terms } };
}

describe("startPartnership", () => {
  it("proposes the first version of the agreement, with the platform's fee, to both sides' eyes", async () => {
    const { deps } = world();
    const { id, brand, producer } = await proposedPartnership(deps, { terms: { reviewDays: 7 } });
    expect(must(await getPartnership(deps, producer, { id }))).toMatchObject({
      id,
      title: "Harvest box",
      brand: { id: brand.organizationId, kind: "brand" },
      producer: { id: producer.organizationId, kind: "producer" },
      counterparty: { id: brand.organizationId },
      agreementStatus: "proposed",
      agreement: { version: 1, status: "proposed", terms: { ...testTerms, reviewDays: 7, feeBp: 250 } },
      canAccept: true,
      canDraft: true,
      payeeReady: false,
      openMilestones: 0,
      money: [],
      nextDate: null,
    });
    expect(must(await getPartnership(deps, brand, { id })).canAccept).toBe(false);
    expect(must(await listPartnerships(deps, brand, {})).items.map((row) => row.id)).toEqual([id]);
  });

  it("F136: leaves an audit row and a mail to the producer", async () => {
    const { id, brand, producer } = await proposedPartnership(world().deps);
    expect(await auditOf(world(), id)).toMatchObject([
      {
        action: "partnership.start",
        actor_name: brand.userName,
        organization_id: brand.organizationId,
        after: { title: "Harvest box", feeBp: "250", reviewDays: "14" },
      },
    ]);
    expect(await mailsTo(world(), producer.organizationId)).toMatchObject([
      { template: "partnership.started", to_email: producer.userEmail, data: { partnershipId: id } },
    ]);
  });

  it("answers the same command key with the same partnership, at once or later", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const input = inputFor((await createProducer(deps)).userEmail);
    const answers = await Promise.all(Array.from({ length: 4 }, () => startPartnership(deps, brand, input)));
    const later = await expectNothingWritten(world(), () => startPartnership(deps, brand, input));
    expect(new Set([...answers, later].map((answer) => must(answer).id)).size).toBe(1);
  });

  it("refuses a command key that came with other contents", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const input = inputFor((await createProducer(deps)).userEmail);
    must(await startPartnership(deps, brand, input));
    const other = await expectNothingWritten(world(), () =>
      startPartnership(deps, brand, { ...input, title: "Another title" }),
    );
    expect(other).toMatchObject({ ok: false, failure: { code: "command.key_reused", field: "commandKey" } });
  });

  it("lets two brands use the same command key", async () => {
    const { deps } = world();
    const input = inputFor((await createProducer(deps)).userEmail);
    const first = must(await startPartnership(deps, await createBrand(deps), input));
    const second = must(await startPartnership(deps, await createBrand(deps), input));
    expect(first.id).not.toBe(second.id);
  });

  it("finds the producer whatever the case of the address", async () => {
    const { deps } = world();
    const { userEmail } = await createProducer(deps);
    must(await startPartnership(deps, await createBrand(deps), inputFor(userEmail.toUpperCase())));
  });

  it.each(["finance", "contributor", "viewer"] as const)("is not for a brand's %s", async (role) => {
    const { deps } = world();
    const input = inputFor((await createProducer(deps)).userEmail);
    const member = await createBrand(deps, { role });
    const refused = await expectNothingWritten(world(), () => startPartnership(deps, member, input));
    expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
  });

  it("is not for a producer", async () => {
    const { deps } = world();
    const input = inputFor((await createProducer(deps)).userEmail);
    const producer = await createProducer(deps);
    const refused = await expectNothingWritten(world(), () => startPartnership(deps, producer, input));
    expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
  });

  it("refuses an address that leads to no producer: unknown, a brand's, or one's own", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const colleague = await addMember(deps, brand, "approver");
    const addresses = [
      ["nobody@example.test", "partnership.producer_not_found"],
      [(await createBrand(deps)).userEmail, "partnership.producer_not_found"],
      [colleague.userEmail, "partnership.producer_not_found"],
      [brand.userEmail, "partnership.own_email"],
    ] as const;
    for (const [address, code] of addresses) {
      const refused = await expectNothingWritten(world(), () =>
        startPartnership(deps, brand, inputFor(address)),
      );
      expect(refused).toMatchObject({ ok: false, failure: { code, field: "producerEmail" } });
    }
  });

  it("F48: refuses terms outside their bounds by field", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const { userEmail } = await createProducer(deps);
    const terms: [Partial<typeof testTerms>, string][] = [
      [{ reviewDays: 2 }, "terms.reviewDays"],
      [{ reviewDays: 31 }, "terms.reviewDays"],
      [{ timeZone: "Mars/Olympus" }, "terms.timeZone"],
      [{ includedRevisions: -1 }, "terms.includedRevisions"],
      [{ minimumStartBp: 10_001 }, "terms.minimumStartBp"],
    ];
    for (const [change, field] of terms) {
      const refused = await startPartnership(deps, brand, inputFor(userEmail, change));
      expect(refused).toMatchObject({ ok: false, failure: { code: "input.invalid", field } });
    }
    for (const reviewDays of [3, 30]) {
      must(await startPartnership(deps, brand, inputFor(userEmail, { reviewDays })));
    }
  });

  it("F2: is not seen by others", async () => {
    const { deps } = world();
    const { id } = await proposedPartnership(deps);
    for (const stranger of [await createBrand(deps), await createProducer(deps)]) {
      expect(await getPartnership(deps, stranger, { id })).toMatchObject({
        ok: false,
        failure: { code: "partnership.not_found" },
      });
      expect(must(await listPartnerships(deps, stranger, {})).items).toEqual([]);
    }
  });

  it("writes each partnership once", async () => {
    const { deps } = world();
    const before = await countRows(world());
    await proposedPartnership(deps);
    const after = await countRows(world());
    const added = Object.entries(after).filter(([table, count]) => count !== before[table]);
    expect(Object.fromEntries(added.map(([table, count]) => [table, count - (before[table] ?? 0)]))).toEqual({
      partnership: 1,
      agreement_version: 1,
      command: 1,
      audit_event: 1,
      mail: 1,
      operation: 1,
    });
  });
});
