import { randomUUID } from "node:crypto";
import {
  checkMailDomain,
  exportOrganizationAudit,
  getMailDomain,
  listNotices,
  recheckMailDomain,
  removeMailDomain,
  type Scope,
  type SenderDeps,
  saveNoticeChoices,
  setMailDomain,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { roles, type views } from "@evenshare/domain";
import { createDnsLookup } from "@evenshare/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  createBrand,
  createProducer,
  type DnsServer,
  must,
  senderParts,
  startDnsServer,
} from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();
const key = () => ({ commandKey: randomUUID() });
const newDomain = () => `d${randomUUID().slice(0, 8)}.example`;

let dns: DnsServer;
beforeAll(async () => {
  dns = await startDnsServer();
});
afterAll(() => dns.close());

function parts(): SenderDeps {
  return { ...world().deps, ...senderParts, dns: createDnsLookup([dns.address]) };
}

async function domainOf(scope: Scope): Promise<views.MailDomain> {
  const { mailDomain } = must(await getMailDomain(parts(), scope, {}));
  if (mailDomain === null) throw new Error("there is no mail domain");
  return mailDomain;
}

/** Sets the records of a domain as its owner is shown them. */
async function setRecords(scope: Scope): Promise<void> {
  for (const { name, value } of (await domainOf(scope)).records) dns.setTxt(name, value);
}

async function checked(scope: Scope): Promise<string> {
  const { id } = await domainOf(scope);
  return must(await checkMailDomain(parts(), scope, { ...key(), id })).status;
}

/** An owner whose organization has verified a domain. */
async function verifiedBrand(domain = newDomain()): Promise<Scope> {
  const owner = await createBrand(world().deps);
  must(await setMailDomain(parts(), owner, { ...key(), domain }));
  await setRecords(owner);
  expect(await checked(owner)).toBe("verified");
  return owner;
}

/** What the worker does with the domains that are due. */
async function recheckDue(): Promise<void> {
  const deps = parts();
  for (const due of await deps.database.findDueMailDomains(deps.clock.now(), 100)) {
    await recheckMailDomain(deps, due);
  }
}

describe("a mail domain", () => {
  it("F10: goes from set over missing and different records to verified, by what real name servers say", async () => {
    const owner = await createBrand(world().deps);
    const domain = newDomain();
    expect(must(await getMailDomain(parts(), owner, {}))).toEqual({ mailDomain: null });
    const { id } = must(await setMailDomain(parts(), owner, { ...key(), domain }));
    expect(await domainOf(owner)).toMatchObject({
      id,
      domain,
      status: "pending",
      address: `partners@${domain}`,
      checkedAt: null,
      records: [
        { purpose: "dkim", state: "unchecked", required: true },
        { purpose: "spf", state: "unchecked", required: true },
        { purpose: "dmarc", state: "unchecked", required: false },
      ],
    });

    dns.setTxt(domain, "site-verification=1", "v=spf1 mx -all");
    expect(await checked(owner)).toBe("pending");
    const [dkim, spf, dmarc] = (await domainOf(owner)).records;
    expect(dkim).toMatchObject({ state: "missing", found: [] });
    expect(spf).toMatchObject({
      state: "different",
      found: ["v=spf1 mx -all"],
      value: "v=spf1 mx include:_spf.platform.test -all",
    });
    expect(dmarc).toMatchObject({ state: "missing" });

    dns.setTxt(domain, "v=spf1 mx include:_spf.platform.test -all");
    dns.setTxt(dkim?.name ?? "", dkim?.value.replace("p=M", "p=N") ?? "");
    expect(await checked(owner)).toBe("pending");
    expect((await domainOf(owner)).records[0]).toMatchObject({ state: "different" });

    dns.setTxt(dkim?.name ?? "", dkim?.value ?? "");
    expect(await checked(owner)).toBe("verified");
    expect(await domainOf(owner)).toMatchObject({ status: "verified", verifiedAt: world().clock.now() });
    expect((await auditOf(world(), id)).map(({ action }) => action)).toEqual([
      "mail_domain.set",
      "mail_domain.check",
      "mail_domain.check",
      "mail_domain.verify",
    ]);
  });

  it("F10: is refused by field and reason: public services, addresses, what is no domain, the platform's own", async () => {
    const owner = await createBrand(world().deps);
    const refused = async (domain: string) => {
      const result = await expectNothingWritten(world(), () =>
        setMailDomain(parts(), owner, { ...key(), domain }),
      );
      return result.ok ? null : result.failure;
    };
    for (const domain of ["gmail.com", "192.0.2.1", "no domain", "a_b.example"]) {
      expect(await refused(domain)).toMatchObject({
        code: "input.invalid",
        field: "domain",
        details: { reason: expect.stringMatching(/^is /) },
      });
    }
    for (const domain of ["platform.test", "Brand.Platform.test"]) {
      expect(await refused(domain)).toEqual({ code: "mail_domain.platform", field: "domain" });
    }
    must(await setMailDomain(parts(), owner, { ...key(), domain: newDomain() }));
    expect(await refused(newDomain())).toEqual({ code: "mail_domain.exists", field: "domain" });
  });

  it("F10: is for owners who have just proved who they are, on both sides, and answers a click once", async () => {
    const producer = await createProducer(world().deps);
    const input = { ...key(), domain: newDomain() };
    const stale = { ...producer, authenticatedRecently: false };
    expect(await setMailDomain(parts(), stale, input)).toMatchObject({
      failure: { code: "session.reauthentication_required" },
    });
    const first = must(await setMailDomain(parts(), producer, input));
    expect(must(await setMailDomain(parts(), producer, input))).toEqual(first);
    for (const role of roles.filter((name) => name !== "owner")) {
      const member = await addMember(world().deps, producer, role);
      const denied = { failure: { code: "permission.denied" } };
      expect(await getMailDomain(parts(), member, {})).toMatchObject(denied);
      expect(await setMailDomain(parts(), member, { ...key(), domain: newDomain() })).toMatchObject(denied);
      expect(await checkMailDomain(parts(), member, { ...key(), ...first })).toMatchObject(denied);
      expect(await removeMailDomain(parts(), member, { ...key(), ...first })).toMatchObject(denied);
    }
    for (const change of [checkMailDomain, removeMailDomain]) {
      expect(await change(parts(), stale, { ...key(), ...first })).toMatchObject({
        failure: { code: "session.reauthentication_required" },
      });
    }
  });

  it("F10 C53: another tenant neither sees, checks nor removes it", async () => {
    const owner = await verifiedBrand();
    const { id } = await domainOf(owner);
    const stranger = await createBrand(world().deps);
    expect(must(await getMailDomain(parts(), stranger, {}))).toEqual({ mailDomain: null });
    await expectNothingWritten(world(), async () => {
      for (const change of [checkMailDomain, removeMailDomain]) {
        expect(await change(parts(), stranger, { ...key(), id })).toMatchObject({
          failure: { code: "mail_domain.not_found" },
        });
      }
    });
    const seen = await world().deps.database.inTenant(stranger.organizationId, (tx) => tx.mailDomain.count());
    expect(seen).toBe(0);
    expect((await domainOf(owner)).status).toBe("verified");
  });

  it("F10: belongs to whoever proves it first; a claim that is not proved blocks nobody", async () => {
    const domain = newDomain();
    const [claimer, owner] = [await createBrand(world().deps), await createProducer(world().deps)];
    for (const one of [claimer, owner]) must(await setMailDomain(parts(), one, { ...key(), domain }));
    await setRecords(owner);
    expect(await checked(owner)).toBe("verified");
    // Having proved it too it is told who is in the way of it, and only then.
    expect(await checked(claimer)).toBe("pending");
    await setRecords(claimer);
    const { id } = await domainOf(claimer);
    expect(await checkMailDomain(parts(), claimer, { ...key(), id })).toMatchObject({
      failure: { code: "mail_domain.taken", field: "id" },
    });
    expect((await domainOf(claimer)).status).toBe("pending");
    const { id: owned } = await domainOf(owner);
    must(await removeMailDomain(parts(), owner, { ...key(), id: owned }));
    expect(await checked(claimer)).toBe("verified");
  });

  it("F10: of two that prove it at the same time one gets it", async () => {
    const domain = newDomain();
    const owners = [await createBrand(world().deps), await createBrand(world().deps)];
    const ids: string[] = [];
    for (const owner of owners) {
      ids.push(must(await setMailDomain(parts(), owner, { ...key(), domain })).id);
      await setRecords(owner);
    }
    const results = await Promise.all(
      owners.map((owner, at) => checkMailDomain(parts(), owner, { ...key(), id: ids[at] ?? "" })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "mail_domain.taken" } });
  });
});

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
