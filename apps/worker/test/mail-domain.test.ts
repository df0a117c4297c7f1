import { createPublicKey, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  acceptAgreement,
  carryOutOperation,
  checkMailDomain,
  getMailDomain,
  inviteMember,
  invitePartner,
  proposeMilestone,
  recheckMailDomain,
  removeMailDomain,
  type Scope,
  setLogo,
  setMailDomain,
  type WorkerDeps,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { createMailer, type SmtpMailer } from "@evenshare/email";
import { type MailInbox, startMailInbox } from "@evenshare/mail-inbox";
import { createDnsLookup } from "@evenshare/runtime";
import {
  createTestWorld,
  type DnsServer,
  draftedMilestone,
  must,
  proposedPartnership,
  type StartedPartnership,
  senderParts,
  startDnsServer,
  startedPartnership,
  type TestWorld,
  testTerms,
  verifyDkim,
} from "@evenshare/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const summaries = z.array(z.object({ id: z.string(), subject: z.string() }));
const key = () => ({ commandKey: randomUUID() });
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let folder: string;
let world: TestWorld;
let dns: DnsServer;
let inbox: MailInbox;
let mailer: SmtpMailer;
let deps: WorkerDeps;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenshare-mail-domain-"));
  world = await createTestWorld();
  dns = await startDnsServer();
  inbox = await startMailInbox({ dataDir: folder, smtpPort: 0, httpPort: 0 });
  mailer = createMailer({
    smtpUrl: inbox.smtpUrl,
    from: "Evenshare <mail@platform.test>",
    replyTo: "Evenshare help <help@platform.test>",
    brandOrigin: world.deps.settings.brandOrigin,
    producerOrigin: world.deps.settings.producerOrigin,
  });
  deps = { ...world.deps, ...senderParts, dns: createDnsLookup([dns.address]), mailer };
});

afterAll(async () => {
  mailer.close();
  await inbox.stop();
  await dns.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends every mail that is due. */
async function work(): Promise<void> {
  for (const id of await deps.database.findDueOperations(200)) {
    const operation = await deps.database.claimOperation(id, 30);
    if (operation === null) continue;
    await deps.database.finishOperation(
      operation,
      await carryOutOperation(deps, operation),
      deps.clock.now(),
    );
  }
}

/** The newest mail to somebody whose subject matches, as it came. */
async function received(to: string, subject: RegExp): Promise<string> {
  const list = await fetch(`${inbox.url}/api/messages?to=${encodeURIComponent(to)}`);
  const found = summaries.parse(await list.json()).find((mail) => subject.test(mail.subject));
  if (found === undefined) throw new Error(`there is no mail to ${to}: ${subject}`);
  const raw = await fetch(`${inbox.url}/messages/${found.id}/raw`);
  return Buffer.from(await raw.arrayBuffer()).toString("latin1");
}

const fromOf = (raw: string) => /^From: (.*)$/m.exec(raw)?.[1]?.trim();
const platformFrom = "Evenshare <mail@platform.test>";

/** A domain set by its owner, with the records as shown, and what signs for it. */
async function setDomain(owner: Scope, domain = `d${randomUUID().slice(0, 8)}.example`) {
  const { id } = must(await setMailDomain(deps, owner, { ...key(), domain }));
  const { mailDomain } = must(await getMailDomain(deps, owner, {}));
  const [dkim] = mailDomain?.records ?? [];
  const der = Buffer.from(/p=(.*)$/.exec(dkim?.value ?? "")?.[1] ?? "", "base64");
  return {
    id,
    domain,
    records: mailDomain?.records ?? [],
    dkimName: dkim?.name ?? "",
    publicKey: createPublicKey({ key: der, format: "der", type: "spki" }),
  };
}

async function verify(owner: Scope, { id, records }: Awaited<ReturnType<typeof setDomain>>): Promise<void> {
  for (const { name, value } of records) dns.setTxt(name, value);
  expect(must(await checkMailDomain(deps, owner, { ...key(), id })).status).toBe("verified");
}

async function propose({ id, brand }: StartedPartnership, title: string): Promise<void> {
  const milestone = await draftedMilestone(deps, brand, id, { title });
  must(await proposeMilestone(deps, brand, { ...key(), id: milestone }));
  await work();
}

describe("mails of an organization", () => {
  test("F10: come from its domain only while that is verified, signed with the key whose record stands in the DNS", async () => {
    const partnership = await startedPartnership(deps);
    const { brand, producer } = partnership;
    const own = await setDomain(brand);
    await propose(partnership, "Before");
    const before = await received(producer.userEmail, /Before/);
    expect(fromOf(before)).toBe(platformFrom);
    expect(before).not.toMatch(/^DKIM-Signature:/m);

    await verify(brand, own);
    await propose(partnership, "Verified");
    const verified = await received(producer.userEmail, /Verified/);
    expect(fromOf(verified)).toMatch(new RegExp(`<partners@${own.domain}>$`));
    expect(verified).toMatch(/^Reply-To: Evenshare help <help@platform.test>/m);
    expect(verifyDkim(verified, own.publicKey)?.get("d")).toBe(own.domain);
    expect(verifyDkim(verified.replace("Verified", "Verifier"), own.publicKey)).toBeNull();

    dns.setTxt(own.dkimName);
    await recheckMailDomain(deps, { id: own.id, organizationId: brand.organizationId });
    await propose(partnership, "Lost");
    expect(fromOf(await received(producer.userEmail, /Lost/))).toBe(platformFrom);
    // Whoever owns it hears from the platform.
    expect(fromOf(await received(brand.userEmail, /no longer come from/))).toBe(platformFrom);

    await verify(brand, own);
    must(await removeMailDomain(deps, brand, { ...key(), id: own.id }));
    await propose(partnership, "Removed");
    expect(fromOf(await received(producer.userEmail, /Removed/))).toBe(platformFrom);
  });

  test("F10: that its partner causes come from the partner's, and those that the clock causes from the platform", async () => {
    const { brand, producer, id } = await proposedPartnership(deps);
    await verify(brand, await setDomain(brand));
    const theirs = await setDomain(producer);
    await verify(producer, theirs);
    must(await acceptAgreement(deps, producer, { ...key(), partnershipId: id, version: 1 }));
    await work();
    expect(fromOf(await received(brand.userEmail, /./))).toMatch(new RegExp(`<partners@${theirs.domain}>$`));
    const message = {
      id: randomUUID(),
      template: "milestone.started",
      toOrganizationId: producer.organizationId,
      toRoles: ["owner"],
      data: {},
    };
    const senders = await withAdmin(world.databaseUrl, async (client) => {
      await client.query("select app.apply_change($1, null, $2, $3)", [
        { kind: "clock", name: "Evenshare, by the clock", organizationId: brand.organizationId },
        { messages: [message] },
        world.clock.now(),
      ]);
      const { rows } = await client.query<{ by_clock: boolean; to_themselves: number }>(
        `select bool_and(sender_id is null) filter (where message_id = $1) as by_clock,
          count(*) filter (where sender_id = organization_id)::int as to_themselves from mail`,
        [message.id],
      );
      await client.query("delete from notification where message_id = $1", [message.id]);
      await client.query("delete from mail where message_id = $1", [message.id]);
      return rows;
    });
    expect(senders).toEqual([{ by_clock: true, to_themselves: 0 }]);
  });

  test("F10: that invite a partner or a colleague come from it too, with its logo in the mail", async () => {
    const { brand } = await startedPartnership(deps);
    const own = await setDomain(brand);
    await verify(brand, own);
    must(await setLogo(deps, brand, { ...key(), bytes: png }));
    const [colleague, partner] = ["colleague@x.test", "partner@x.test"];
    must(await inviteMember(deps, brand, { ...key(), email: colleague, role: "viewer" }));
    must(await invitePartner(deps, brand, { ...key(), email: partner, title: "New", terms: testTerms }));
    await work();
    for (const to of [colleague, partner]) {
      const raw = await received(to, /./);
      expect(fromOf(raw)).toMatch(new RegExp(`<partners@${own.domain}>$`));
      expect(verifyDkim(raw, own.publicKey)).not.toBeNull();
      const cid = /^Content-Id: <(.*)>/im.exec(raw)?.[1];
      expect(raw).toContain(Buffer.from(png).toString("base64"));
      expect(raw.replaceAll(/=\r\n/g, "").replaceAll("=3D", "=")).toContain(`src="cid:${cid}"`);
    }
  });

  test("F10: whose key was sealed with another secret come from the platform rather than not at all", async () => {
    const partnership = await startedPartnership(deps);
    await verify(partnership.brand, await setDomain(partnership.brand));
    await withAdmin(world.databaseUrl, (client) =>
      client.query("update mail_domain set sealed_key = 'AAAA' where organization_id = $1", [
        partnership.brand.organizationId,
      ]),
    );
    await propose(partnership, "Other secret");
    expect(fromOf(await received(partnership.producer.userEmail, /Other secret/))).toBe(platformFrom);
  });
});
