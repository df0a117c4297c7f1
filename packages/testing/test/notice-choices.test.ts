import { randomUUID } from "node:crypto";
import { readMailChoices, saveMailChoices, saveNoticeChoices, unsubscribe } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { workGroups } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, must, type StartedPartnership } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import {
  choicesOf,
  key,
  mailOf,
  mailsTo,
  noticesOf,
  off,
  propose,
  settledPartnership,
  tellMoney,
  work,
  world,
} from "./support/notice-case";

describe("choosing", () => {
  it("F121: applies each choice where the message is queued, for this person and this organization only", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const { producer } = partnership;
    const colleague = await addMember(deps, producer, "owner");
    must(await saveNoticeChoices(deps, producer, { ...key(), choices: [off("milestone")] }));
    await propose(deps, partnership);
    await work();
    expect(mailsTo(producer)).toHaveLength(0);
    expect(mailsTo(colleague)).toHaveLength(1);
    expect((await noticesOf(producer))[0]).toMatchObject({
      template: "milestone.proposed",
      delivery: { state: "off", at: null },
    });
    const before = (await noticesOf(producer)).length;
    must(
      await saveNoticeChoices(deps, producer, {
        ...key(),
        choices: [{ group: "milestone", inApp: false, mail: true }],
      }),
    );
    await propose(deps, partnership, "Second");
    await work();
    expect(mailsTo(producer)).toHaveLength(1);
    expect(await noticesOf(producer)).toHaveLength(before);
  });

  it("F123 C39: mail about money is always sent: switching it off is refused and changes nothing", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const choices = [off("review"), { group: "money", inApp: true, mail: false }] as const;
    await expectNothingWritten(world(), async () =>
      expect(await saveNoticeChoices(deps, brand, { ...key(), choices: [...choices] })).toMatchObject({
        ok: false,
        failure: { code: "notice.mail_locked", details: { group: "money" } },
      }),
    );
    expect((await choicesOf(brand)).every(({ mail }) => mail)).toBe(true);
    // Even a row that says otherwise, written past the product, does not hold a money mail back.
    await withAdmin(world().databaseUrl, (client) =>
      client.query("insert into notice_choice values ($1, $2, 'money', true, false, now())", [
        brand.organizationId,
        brand.userId,
      ]),
    );
    await tellMoney(brand);
    await work();
    expect(mailsTo(brand)).toHaveLength(1);
    expect(mailOf(await choicesOf(brand), "money")).toBe(true);
  });

  it("F121 F136: is replay-safe, writes one audit line, and refuses what says nothing new", async () => {
    const { deps } = world();
    const brand = await createBrand(deps, { role: "viewer" });
    const input = { ...key(), choices: [off("review")] };
    expect(must(await saveNoticeChoices(deps, brand, input))).toEqual({ changed: 1 });
    expect(must(await saveNoticeChoices(deps, brand, input))).toEqual({ changed: 1 });
    expect(await saveNoticeChoices(deps, brand, { ...input, choices: [off("milestone")] })).toMatchObject({
      failure: { code: "command.key_reused" },
    });
    expect(await saveNoticeChoices(deps, brand, { ...input, ...key() })).toMatchObject({
      failure: { code: "notice.nothing_changed" },
    });
    expect(await auditOf(world(), brand.userId)).toEqual([
      expect.objectContaining({
        action: "notice.choose",
        before: { review: "in the portal: on, by mail: on" },
        after: { review: "in the portal: on, by mail: off" },
      }),
    ]);
  });
});

describe("the link in a mail", () => {
  /** The token of the newest mail to somebody. */
  async function tokenOf(partnership: StartedPartnership): Promise<string> {
    const { deps } = world();
    await propose(deps, partnership);
    await work();
    const token = mailsTo(partnership.producer).at(-1)?.token;
    if (token === undefined) throw new Error("the mail has no link");
    return token;
  }
  const from = (token: string) => ({ token, ip: "192.0.2.9", requestId: randomUUID() });

  it("C39: what it leaves is what the settings show, and what the settings leave is what it shows", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const { producer } = partnership;
    const token = await tokenOf(partnership);
    must(await unsubscribe(deps, from(token)));
    for (const group of workGroups) expect(mailOf(await choicesOf(producer), group)).toBe(false);
    must(
      await saveNoticeChoices(deps, producer, {
        ...key(),
        choices: [{ group: "review", inApp: false, mail: true }],
      }),
    );
    expect(must(await readMailChoices(deps, token)).choices).toEqual(await choicesOf(producer));
    const saved = must(await saveMailChoices(deps, from(token), { mail: { partnership: true } }));
    expect(saved.choices).toEqual(await choicesOf(producer));
    expect(saved.choices).toContainEqual({ group: "review", inApp: false, mail: true, mailLocked: false });
    expect(saved.email).toBe(`${producer.userEmail.slice(0, 1)}…@example.test`);
  });

  it("C39 F136: pressed twice it does nothing twice, and the audit trail says how it was done", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const token = await tokenOf(partnership);
    await Promise.all([unsubscribe(deps, from(token)), unsubscribe(deps, from(token))]);
    must(await unsubscribe(deps, from(token)));
    const trail = await auditOf(world(), partnership.producer.userId);
    expect(trail.length).toBeGreaterThanOrEqual(1);
    expect(trail[0]).toMatchObject({ action: "notice.choose", actor_name: partnership.producer.userName });
    const before = trail.length;
    must(await unsubscribe(deps, from(token)));
    expect(await auditOf(world(), partnership.producer.userId)).toHaveLength(before);
  });

  it("C39 F123: neither reaches mail about money nor anybody else", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const { producer } = partnership;
    const colleague = await addMember(deps, producer, "owner");
    const token = await tokenOf(partnership);
    expect(await saveMailChoices(deps, from(token), { mail: { money: false } })).toMatchObject({
      failure: { code: "notice.mail_locked" },
    });
    must(await unsubscribe(deps, from(token)));
    expect((await choicesOf(colleague)).every(({ mail }) => mail)).toBe(true);
    const [user, organization, signature] = token.split(".");
    const forged = [
      "",
      "x",
      `${user}.${organization}`,
      `${colleague.userId}.${organization}.${signature}`,
      `${user}.${randomUUID()}.${signature}`,
      `${token}x`,
      `${user}.${organization}.${Buffer.alloc(32).toString("base64url")}`,
    ];
    for (const wrong of forged) {
      const refused = { ok: false, failure: { code: "mail_link.invalid", field: "token" } };
      expect(await readMailChoices(deps, wrong), wrong).toMatchObject(refused);
      expect(await unsubscribe(deps, from(wrong)), wrong).toMatchObject(refused);
    }
  });

  it("is worth nothing once its person has left the organization", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const token = await tokenOf(partnership);
    const { organizationId, userId } = partnership.producer;
    await deps.database.auth.prisma.member.deleteMany({ where: { organizationId, userId } });
    expect(await unsubscribe(deps, from(token))).toMatchObject({ failure: { code: "mail_link.invalid" } });
  });

  it("C39: stops a mail that was queued before it was pressed", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const token = await tokenOf(partnership);
    const sent = mailsTo(partnership.producer).length;
    await propose(deps, partnership, "Second");
    must(await unsubscribe(deps, from(token)));
    await work();
    expect(mailsTo(partnership.producer)).toHaveLength(sent);
    expect((await noticesOf(partnership.producer))[0]?.delivery.state).toBe("withdrawn");
  });
});
