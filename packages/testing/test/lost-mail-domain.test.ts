import { randomUUID } from "node:crypto";
import {
  exportOrganizationAudit,
  listNotices,
  recheckMailDomain,
  saveNoticeChoices,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { describe, expect, it } from "vitest";
import { addMember, must, senderParts } from "../src";
import { auditOf, mailsTo } from "./support/behind-the-scopes";
import {
  checked,
  dns,
  domainOf,
  key,
  parts,
  setRecords,
  verifiedBrand,
  world,
} from "./support/mail-domain-case";

/** What the worker does with the domains that are due. */
async function recheckDue(): Promise<void> {
  const deps = parts();
  for (const due of await deps.database.findDueMailDomains(deps.clock.now(), 100)) {
    await recheckMailDomain(deps, due);
  }
}

describe("the daily look at a verified domain", () => {
  it("F10: loses it when a record is gone, tells the owners once by mail and in the portal, and it can come back", async () => {
    const owner = await verifiedBrand();
    const colleague = await addMember(world().deps, owner, "finance");
    const quiet = await addMember(world().deps, owner, "owner");
    const choices = [{ group: "organization", inApp: false, mail: true }] as const;
    must(await saveNoticeChoices(world().deps, quiet, { ...key(), choices: [...choices] }));
    const { id, domain, records } = await domainOf(owner);
    await recheckDue();
    expect((await domainOf(owner)).status).toBe("verified");

    dns.setTxt(records[0]?.name ?? "");
    world().clock.advanceBy(23 * 3_600_000);
    await recheckDue();
    expect((await domainOf(owner)).status).toBe("verified");
    world().clock.advanceBy(3_600_000);
    await Promise.all([recheckDue(), recheckDue()]);
    await recheckDue();
    expect(await domainOf(owner)).toMatchObject({ status: "lost", lostAt: world().clock.now() });
    const mails = await mailsTo(world(), owner.organizationId);
    expect(mails.map(({ to_email }) => to_email).sort()).toEqual([owner.userEmail, quiet.userEmail].sort());
    expect(mails[0]).toMatchObject({
      template: "mail_domain.lost",
      data: { domain, note: `DKIM at ${records[0]?.name}: not there` },
    });
    expect(must(await listNotices(world().deps, owner, {})).items).toMatchObject([
      { template: "mail_domain.lost", facts: { domain } },
    ]);
    for (const other of [colleague, quiet]) {
      expect(must(await listNotices(world().deps, other, {})).items).toEqual([]);
    }
    const trail = await auditOf(world(), id);
    expect(trail.map(({ action, actor_name }) => [action, actor_name]).slice(-1)).toEqual([
      ["mail_domain.lose", "Evenshare, by the clock"],
    ]);

    await setRecords(owner);
    expect(await checked(owner)).toBe("verified");
    expect(await domainOf(owner)).toMatchObject({ lostAt: null });
  });

  it("F10: bears with name servers in trouble for three days", async () => {
    const owner = await verifiedBrand();
    dns.setTrouble(true);
    try {
      for (let hour = 0; hour < 4; hour++) {
        world().clock.advanceBy(17 * 3_600_000);
        await recheckDue();
        expect((await domainOf(owner)).status).toBe("verified");
      }
      expect((await domainOf(owner)).records[0]).toMatchObject({ state: "unanswered" });
      world().clock.advanceBy(4 * 3_600_000);
      await recheckDue();
      expect((await domainOf(owner)).status).toBe("lost");
    } finally {
      dns.setTrouble(false);
    }
  }, 120_000);
});

describe("the private key", () => {
  it("F10: is sealed at rest, and in no answer, trail, command or export", async () => {
    const owner = await verifiedBrand();
    const { id } = await domainOf(owner);
    const rows = await withAdmin(world().databaseUrl, async (client) => {
      const { rows: kept } = await client.query<{ sealed_key: string }>(
        "select sealed_key from mail_domain where id = $1",
        [id],
      );
      const { rows: written } = await client.query<{ text: string }>(
        `select row_to_json(a)::text as text from audit_event a where subject_id = $1
        union all select row_to_json(c)::text from command c where organization_id = $2`,
        [id, owner.organizationId],
      );
      return { sealed: kept[0]?.sealed_key ?? "", written: written.map(({ text }) => text).join() };
    });
    const pem = senderParts.keySeal.open(rows.sealed, id);
    expect(pem).toContain("BEGIN PRIVATE KEY");
    expect(() => senderParts.keySeal.open(rows.sealed, randomUUID())).toThrow();
    let exported = "";
    for await (const line of must(await exportOrganizationAudit(world().deps, owner, {}))) exported += line;
    expect(exported).toContain("mail_domain.verify");
    const [, inner = "no line"] = pem.split("\n");
    for (const text of [rows.sealed, rows.written, exported, JSON.stringify(await domainOf(owner))]) {
      expect(text).not.toContain("PRIVATE KEY");
      expect(text).not.toContain(inner);
    }
    for (const text of [rows.written, exported, JSON.stringify(await domainOf(owner))]) {
      expect(text).not.toContain(rows.sealed);
    }
  });

  it("F10: cannot be read by what answers requests, even in its own organization", async () => {
    const owner = await verifiedBrand();
    await expect(
      world().deps.database.inTenant(
        owner.organizationId,
        (tx) => tx.$queryRaw`select sealed_key from mail_domain`,
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
