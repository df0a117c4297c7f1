import { randomUUID } from "node:crypto";
import {
  changeRole,
  exportOrganizationAudit,
  getOrganization,
  getPartnership,
  listAuditChoices,
  listOrganizationAudit,
  readLogo,
  removeLogo,
  type Scope,
  setLogo,
  updateOrganization,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, draftedMilestone, must, startedPartnership } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();
const key = () => ({ commandKey: randomUUID() });
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const look = { name: "New name", timeZone: "Europe/Berlin", accent: "#1F3A8A" };

describe("updateOrganization", () => {
  it("F10: changes name, zone and colour for oneself and for partners, with a trail", async () => {
    const { deps } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    must(await updateOrganization(deps, brand, { ...key(), ...look }));
    expect(must(await getOrganization(deps, brand, {}))).toMatchObject({
      name: "New name",
      timeZone: "Europe/Berlin",
      branding: { accent: "#1f3a8a", logoHref: null },
    });
    expect(must(await getPartnership(deps, producer, { id }))).toMatchObject({
      brand: { name: "New name" },
      branding: { brand: { accent: "#1f3a8a" }, producer: { accent: null } },
      agreement: { terms: { timeZone: "Europe/London" } },
    });
    expect(await auditOf(world(), brand.organizationId)).toMatchObject([
      {
        action: "organization.update",
        before: { accent: null },
        after: { name: "New name", accent: "#1f3a8a" },
      },
    ]);
  });

  it("F10: refuses a colour that white text cannot be read on, by field, and nobody but owners may", async () => {
    const { deps } = world();
    const owner = await createBrand(deps);
    for (const accent of ["#ffee88", "red", "#1f3a8"]) {
      const refused = await expectNothingWritten(world(), () =>
        updateOrganization(deps, owner, { ...key(), ...look, accent }),
      );
      expect(refused).toMatchObject({ failure: { code: "input.invalid", field: "accent" } });
    }
    for (const role of ["finance", "approver", "contributor", "viewer"] as const) {
      const member = await addMember(deps, owner, role);
      expect(await updateOrganization(deps, member, { ...key(), ...look })).toMatchObject({
        failure: { code: "permission.denied" },
      });
    }
  });
});

describe("logos", () => {
  it("F10 C53: are seen by partners and by nobody else, and go again", async () => {
    const { deps } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    const { organizationId } = brand;
    must(await setLogo(deps, brand, { ...key(), bytes: png }));
    must(await setLogo(deps, brand, { ...key(), bytes: new Uint8Array([...png, 4]) }));
    const seen = must(await readLogo(deps, producer, { organizationId }));
    expect({ ...seen, bytes: [...seen.bytes] }).toEqual({ contentType: "image/png", bytes: [...png, 4] });
    expect(must(await getPartnership(deps, producer, { id })).branding.brand.logoHref).toMatch(
      new RegExp(`^/api/organizations/${organizationId}/logo\\?v=[0-9a-f]{16}$`),
    );
    const stranger = await createBrand(deps);
    expect(await readLogo(deps, stranger, { organizationId })).toMatchObject({
      failure: { code: "logo.not_found" },
    });
    must(await removeLogo(deps, brand, key()));
    expect(await removeLogo(deps, brand, key())).toMatchObject({ failure: { code: "logo.not_found" } });
    expect(await readLogo(deps, producer, { organizationId })).toMatchObject({
      failure: { code: "logo.not_found" },
    });
    expect((await auditOf(world(), organizationId)).map(({ action }) => action)).toEqual([
      "organization.set_logo",
      "organization.set_logo",
      "organization.remove_logo",
    ]);
  });
});

describe("the organization's own trail", () => {
  async function trail() {
    const { deps, clock } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    const finance = await addMember(deps, brand, "finance");
    const approver = await addMember(deps, brand, "approver");
    await draftedMilestone(deps, approver, id, { title: "=cmd()" });
    await draftedMilestone(deps, producer, id, { title: "Theirs" });
    clock.advanceBy(86_400_000);
    must(await changeRole(deps, brand, { ...key(), userId: approver.userId, role: "viewer" }));
    return { id, brand, producer, finance, approver };
  }
  const actions = async (reader: Scope, filter: object = {}) =>
    must(await listOrganizationAudit(world().deps, reader, filter)).items.map(({ action }) => action);

  it("F136: tells what its people did, in a partnership or not, and nothing that partners did", async () => {
    const { brand, finance, approver, id } = await trail();
    const page = must(await listOrganizationAudit(world().deps, finance, {}));
    expect(views.page(views.organizationAuditRow).parse(page)).toEqual(page);
    expect(page.items.map(({ action }) => action)).toEqual([
      "member.change_role",
      "milestone.draft",
      "partnership.start",
    ]);
    expect(page.items[0]).toMatchObject({ subjectTitle: approver.userName });
    expect(page.items[1]).toMatchObject({
      subjectTitle: "=cmd()",
      partnershipId: id,
      partnershipTitle: "Harvest box",
      ip: brand.ip,
    });
  });

  it("F136: is narrowed by person, action and days, and goes on page by page", async () => {
    const { brand, approver } = await trail();
    const { deps, clock } = world();
    const today = clock.now().toISOString().slice(0, 10);
    expect(await actions(brand, { actorUserId: approver.userId })).toEqual(["milestone.draft"]);
    expect(await actions(brand, { action: "partnership.start" })).toEqual(["partnership.start"]);
    expect(await actions(brand, { from: today })).toEqual(["member.change_role"]);
    expect(await actions(brand, { from: today, to: today })).toEqual(["member.change_role"]);
    expect(await actions(brand, { to: "2026-01-01" })).toEqual([]);
    expect(await listOrganizationAudit(deps, brand, { from: today, to: "2026-01-01" })).toMatchObject({
      failure: { code: "input.invalid", field: "to" },
    });
    const first = must(await listOrganizationAudit(deps, brand, { limit: 2 }));
    expect(await actions(brand, { limit: 2, cursor: first.nextCursor })).toEqual(["partnership.start"]);
    expect(must(await listAuditChoices(deps, brand, {}))).toMatchObject({
      actions: ["member.change_role", "milestone.draft", "partnership.start"],
      people: expect.arrayContaining([{ userId: approver.userId, name: approver.userName }]),
    });
  });

  it("F136 R17: is exported as narrowed, and no cell opens as a formula", async () => {
    const { brand } = await trail();
    const { deps } = world();
    const lines: string[] = [];
    for await (const line of must(await exportOrganizationAudit(deps, brand, { action: "milestone.draft" })))
      lines.push(line);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/,ip,id,partnership_id,partnership_title\r\n$/);
    expect(lines[1]).toContain(",'=cmd(),");
    expect(lines[1]).toContain(",Harvest box\r\n");
  });

  it("F4 C53: is for owners and finance, of this organization only", async () => {
    const { brand, approver } = await trail();
    const { deps } = world();
    for (const verb of [listOrganizationAudit, exportOrganizationAudit, listAuditChoices]) {
      expect(await verb(deps, approver, {})).toMatchObject({ failure: { code: "permission.denied" } });
    }
    expect(await actions(await createBrand(deps))).toEqual([]);
    expect(await actions(brand)).not.toEqual([]);
  });
});
