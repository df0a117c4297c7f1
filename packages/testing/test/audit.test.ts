import { randomUUID } from "node:crypto";
import { declineMilestone, exportAudit, listAudit, proposeMilestone } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createProducer, draftedMilestone, must, startedPartnership } from "../src";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

async function partnershipWithTrail() {
  const { deps } = world();
  const partnership = await startedPartnership(deps);
  const milestone = await draftedMilestone(deps, partnership.brand, partnership.id, { title: "=1+1" });
  must(await proposeMilestone(deps, partnership.brand, { commandKey: randomUUID(), id: milestone }));
  const reason = '+44 is "no" reason,\nor is it?';
  must(
    await declineMilestone(deps, partnership.producer, { commandKey: randomUUID(), id: milestone, reason }),
  );
  return { ...partnership, milestone, reason };
}

describe("listAudit", () => {
  it("F136: tells both sides who did what, newest first, page by page", async () => {
    const { deps } = world();
    const { id: partnershipId, brand, producer, milestone, reason } = await partnershipWithTrail();
    const first = must(await listAudit(deps, brand, { partnershipId, limit: 3 }));
    expect(views.page(views.auditRow).parse(first)).toEqual(first);
    const rest = must(await listAudit(deps, brand, { partnershipId, limit: 3, cursor: first.nextCursor }));
    expect(rest.nextCursor).toBeNull();
    expect([...first.items, ...rest.items].map(({ action }) => action)).toEqual([
      "milestone.decline",
      "milestone.propose",
      "milestone.draft",
      "agreement.accept",
      "partnership.start",
    ]);
    expect(first.items[0]).toMatchObject({
      actorName: producer.userName,
      actorKind: "person",
      subjectId: milestone,
      subjectTitle: "=1+1",
      reason,
      before: { state: "proposed" },
      after: { state: "draft" },
    });
    expect(must(await listAudit(deps, producer, { partnershipId })).items).toHaveLength(5);
  });

  it("shows where a request came from to its own organization only", async () => {
    const { deps } = world();
    const { id: partnershipId, brand, producer } = await partnershipWithTrail();
    const seenBy = async (person: typeof brand) =>
      must(await listAudit(deps, person, { partnershipId })).items.map(({ ip }) => ip);
    const address = brand.ip;
    expect(await seenBy(brand)).toEqual([null, address, address, null, address]);
    expect(await seenBy(producer)).toEqual([address, null, null, address, null]);
  });

  it("F2: does not exist for strangers", async () => {
    const { deps } = world();
    const { id: partnershipId } = await partnershipWithTrail();
    const stranger = await createProducer(deps);
    const refused = { ok: false, failure: { code: "partnership.not_found" } };
    expect(await listAudit(deps, stranger, { partnershipId })).toMatchObject(refused);
    expect(await exportAudit(deps, stranger, { partnershipId })).toMatchObject(refused);
  });

  it("refuses a cursor that it did not give out", async () => {
    const { deps } = world();
    const { id: partnershipId, brand } = await partnershipWithTrail();
    expect(await listAudit(deps, brand, { partnershipId, cursor: "IzE7ZHJvcA" })).toMatchObject({
      failure: { code: "input.invalid", field: "cursor" },
    });
  });
});

describe("exportAudit", () => {
  it("F136 R17: writes the whole trail, oldest first, and no cell opens as a formula", async () => {
    const { deps } = world();
    const { id: partnershipId, brand, producer, milestone } = await partnershipWithTrail();
    const lines: string[] = [];
    for await (const line of must(await exportAudit(deps, brand, { partnershipId }))) lines.push(line);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe(
      "at,actor,actor_kind,action,subject_type,subject_id,subject_title,reason,before,after,ip,id\r\n",
    );
    expect(lines[1]).toContain(`2026-11-23T10:00:00.000Z,${brand.userName},person,partnership.start,`);
    expect(lines[5]).toContain(
      `${producer.userName},person,milestone.decline,milestone,${milestone},'=1+1,"'+44 is ""no"" reason,\nor is it?",`,
    );
  });

  it("is for owners and finance", async () => {
    const { deps } = world();
    const { id: partnershipId, brand } = await partnershipWithTrail();
    for (const role of ["approver", "contributor", "viewer"] as const) {
      expect(await exportAudit(deps, await addMember(deps, brand, role), { partnershipId })).toMatchObject({
        ok: false,
        failure: { code: "permission.denied" },
      });
    }
    must(await exportAudit(deps, await addMember(deps, brand, "finance"), { partnershipId }));
  });
});
