import { randomUUID } from "node:crypto";
import {
  carryOutOperation,
  countUnreadNotices,
  type Deps,
  declineMilestone,
  getNoticePreferences,
  listNotices,
  markNotices,
  type OutgoingMail,
  proposeMilestone,
  readMailChoices,
  type Scope,
  saveMailChoices,
  saveNoticeChoices,
  saveQuietHours,
  unsubscribe,
  type WorkerDeps,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import {
  groupOfTemplate,
  isWorkGroup,
  messageTemplates,
  type QuietHours,
  views,
  type WorkGroup,
  workGroups,
} from "@evenshare/domain";
import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createBrand,
  createProducer,
  draftedMilestone,
  must,
  type StartedPartnership,
  startedPartnership,
} from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();
const key = () => ({ commandKey: randomUUID() });

/** A mail server that takes everything and keeps it. */
let outbox: { readonly to: string; readonly token: string | undefined }[] = [];
const mailer: WorkerDeps["mailer"] = {
  render: async ({ choicesToken }) => ({ subject: "", text: choicesToken ?? "", html: "" }),
  send: async ({ to, text }: OutgoingMail) => {
    outbox.push({ to: to.email, token: text === "" ? undefined : text });
    return { kind: "accepted", response: "250 taken" };
  },
};
beforeEach(async () => {
  await work();
  outbox = [];
});

/** What the worker does: the sweep of waiting mails, then every operation that is due. */
async function work(): Promise<void> {
  const { deps } = world();
  await deps.database.wakeDueMails(deps.clock.now(), 100);
  for (const id of await deps.database.findDueOperations(200)) {
    const operation = await deps.database.claimOperation(id, 30);
    if (operation === null) continue;
    const outcome = await carryOutOperation({ ...deps, mailer }, operation);
    await deps.database.finishOperation(operation, outcome, deps.clock.now());
  }
}

/** A partnership whose first mails have gone out. */
async function settledPartnership(): Promise<StartedPartnership> {
  const partnership = await startedPartnership(world().deps);
  await work();
  outbox = [];
  return partnership;
}

/** The brand proposes a milestone a second later, which the producer is told. */
async function propose(deps: Deps, { id, brand }: StartedPartnership, title = "Rough cut"): Promise<string> {
  world().clock.advanceBy(1_000);
  const milestone = await draftedMilestone(deps, brand, id, { title });
  must(await proposeMilestone(deps, brand, { ...key(), id: milestone }));
  return milestone;
}

/** A message about money to an organization, as a change would write it. */
async function tellMoney({ organizationId }: Scope, id: string = randomUUID()): Promise<void> {
  const message = {
    id,
    template: "milestone.funded",
    toOrganizationId: organizationId,
    toRoles: ["owner", "finance"],
    data: { milestoneId: randomUUID(), amount: "1", currency: "GBP" },
  };
  await withAdmin(world().databaseUrl, (client) =>
    client.query("select app.queue_mail($1, $2)", [message, world().clock.now()]),
  );
}

const noticesOf = async (scope: Scope) => must(await listNotices(world().deps, scope, {})).items;
const unreadOf = async (scope: Scope) => must(await countUnreadNotices(world().deps, scope, {})).count;
const mailsTo = (scope: Scope) => outbox.filter(({ to }) => to === scope.userEmail);
const choicesOf = async (scope: Scope) => must(await getNoticePreferences(world().deps, scope, {})).choices;
const mailOf = (choices: readonly views.NoticeChoice[], group: string) =>
  choices.find((choice) => choice.group === group)?.mail;
const off = (group: WorkGroup) => ({ group, inApp: true, mail: false });

describe("telling people", () => {
  it("F121: the database groups every event as the domain does, and locks the same", async () => {
    const { rows } = await withAdmin(world().databaseUrl, (client) =>
      client.query<{ template: string; event_group: string; work: boolean }>(
        "select template, app.notice_group(template) as event_group, app.is_work_group(app.notice_group(template)) as work from unnest($1::text[]) as template",
        [messageTemplates],
      ),
    );
    expect(rows).toHaveLength(messageTemplates.length);
    for (const { template, event_group, work: isWork } of rows) {
      const group = Object.entries(groupOfTemplate).find(([name]) => name === template)?.[1];
      expect(group, template).toBeDefined();
      // What is about access goes to no organization, so the database never asks for its group.
      if (group === undefined || group === "access") continue;
      expect({ template, group: event_group, work: isWork }).toEqual({
        template,
        group,
        work: isWorkGroup(group),
      });
    }
  });

  it("F121: gives each member with the role a notification beside the mail, and one who lacks it none", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const { producer } = partnership;
    const [contributor, viewer] = [
      await addMember(deps, producer, "contributor"),
      await addMember(deps, producer, "viewer"),
    ];
    const milestone = await propose(deps, partnership);
    for (const person of [producer, contributor]) {
      const [notice] = await noticesOf(person);
      expect(views.notice.parse(notice)).toMatchObject({
        template: "milestone.proposed",
        facts: { milestoneId: milestone, milestoneTitle: "Rough cut" },
        readAt: null,
        delivery: { state: "queued" },
      });
    }
    expect(await noticesOf(viewer)).toEqual([]);
    expect(await unreadOf(viewer)).toBe(0);
    await work();
    expect((await noticesOf(producer))[0]?.delivery).toMatchObject({ state: "sent", at: deps.clock.now() });
  });

  it("F121 F2: shows a person only what is their own, in the organization they act for", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    await propose(deps, partnership);
    const { producer } = partnership;
    const [notice] = await noticesOf(producer);
    const colleague = await addMember(deps, producer, "owner");
    const elsewhere = { ...producer, organizationId: (await createProducer(deps)).organizationId };
    for (const other of [colleague, elsewhere, await createProducer(deps)]) {
      expect(await noticesOf(other)).toEqual([]);
      const ids = [notice?.id ?? ""];
      expect(must(await markNotices(deps, other, { read: true, which: { ids } }))).toEqual({ marked: 0 });
    }
    expect(await unreadOf(producer)).toBeGreaterThan(0);
    // Below the query, the database itself hides them when it is not said who asks.
    const rows = await deps.database.inTenant(producer.organizationId, (tx) => tx.notification.findMany());
    expect(rows).toEqual([]);
  });

  it("F121: the same message twice is one notification and one mail", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const id = randomUUID();
    await tellMoney(brand, id);
    await tellMoney(brand, id);
    await work();
    await work();
    expect(await noticesOf(brand)).toHaveLength(1);
    expect(mailsTo(brand)).toHaveLength(1);
  });

  it("F121: pages through all of them, newest first, and marks some or all as read and unread", async () => {
    const { deps, clock } = world();
    const brand = await createBrand(deps);
    for (let index = 0; index < 5; index += 1) {
      await tellMoney(brand);
      if (index % 2 === 0) clock.advanceBy(1_000);
    }
    const seen: views.Notice[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { items: views.Notice[]; nextCursor: string | null } = must(
        await listNotices(deps, brand, { cursor, limit: 2 }),
      );
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    const times = seen.map(({ createdAt }) => createdAt.getTime());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    expect(times).toEqual([...times].sort((a, b) => b - a));

    const [first, second] = seen;
    const ids = [first?.id ?? "", second?.id ?? ""];
    expect(must(await markNotices(deps, brand, { read: true, which: { ids } }))).toEqual({ marked: 2 });
    expect(must(await markNotices(deps, brand, { read: true, which: { ids } }))).toEqual({ marked: 0 });
    expect(await unreadOf(brand)).toBe(3);
    expect(must(await listNotices(deps, brand, { unreadOnly: true })).items).toHaveLength(3);
    must(await markNotices(deps, brand, { read: false, which: { ids } }));
    expect(await unreadOf(brand)).toBe(5);
    // What came after the page was read stays unread.
    clock.advanceBy(1_000);
    const upTo = clock.now();
    clock.advanceBy(1_000);
    await tellMoney(brand);
    expect(must(await markNotices(deps, brand, { read: true, which: { upTo } }))).toEqual({ marked: 5 });
    expect(await unreadOf(brand)).toBe(1);
  });
});

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

describe("quiet hours", () => {
  // The tests take place at 10:00 in London, give or take seconds.
  const quiet: QuietHours = {
    enabled: true,
    days: [1, 2, 3, 4, 5, 6, 7],
    fromMinute: 9 * 60,
    toMinute: 17 * 60 + 30,
    timeZone: "Europe/London",
  };
  const ends = new Date("2026-11-23T17:30:00.000Z");

  it("F121: hold a mail about work until they end by the product's clock, then send it once; the portal tells at once", async () => {
    const { deps, clock } = world();
    clock.setTo(new Date("2026-11-23T10:00:00.000Z"));
    const partnership = await settledPartnership();
    const { producer } = partnership;
    must(await saveQuietHours(deps, producer, { ...key(), quietHours: quiet }));
    await propose(deps, partnership);
    await propose(deps, partnership, "Second");
    await work();
    expect(mailsTo(producer)).toHaveLength(0);
    for (const { delivery } of (await noticesOf(producer)).slice(0, 2)) {
      expect(delivery).toEqual({ state: "waiting", at: ends, reason: null });
    }
    clock.setTo(new Date(ends.getTime() - 1));
    await work();
    expect(mailsTo(producer)).toHaveLength(0);
    clock.setTo(ends);
    await Promise.all([work(), work(), work()]);
    await work();
    // Each event has a mail of its own.
    expect(mailsTo(producer)).toHaveLength(2);
    expect((await noticesOf(producer))[0]?.delivery).toMatchObject({ state: "sent", at: ends });
  });

  it("F121 F123: hold no mail about money", async () => {
    const { deps, clock } = world();
    clock.setTo(new Date("2026-11-23T10:00:00.000Z"));
    const brand = await createBrand(deps);
    must(await saveQuietHours(deps, brand, { ...key(), quietHours: quiet }));
    await tellMoney(brand);
    await work();
    expect(mailsTo(brand)).toHaveLength(1);
    expect(mailsTo(brand)[0]?.token).toBeUndefined();
  });

  it("F121: changed while a mail waits, they are asked again: it goes out, waits longer, or is withdrawn", async () => {
    const { deps, clock } = world();
    clock.setTo(new Date("2026-11-23T10:00:00.000Z"));
    const partnership = await settledPartnership();
    const { producer } = partnership;
    must(await saveQuietHours(deps, producer, { ...key(), quietHours: quiet }));
    await propose(deps, partnership);
    await work();
    const later = { ...quiet, toMinute: 18 * 60 };
    must(await saveQuietHours(deps, producer, { ...key(), quietHours: later }));
    await work();
    expect((await noticesOf(producer))[0]?.delivery.at).toEqual(new Date("2026-11-23T18:00:00.000Z"));
    must(await saveQuietHours(deps, producer, { ...key(), quietHours: { ...quiet, enabled: false } }));
    await work();
    expect(mailsTo(producer)).toHaveLength(1);

    must(await saveQuietHours(deps, producer, { ...key(), quietHours: quiet }));
    await propose(deps, partnership, "Second");
    await work();
    must(await saveNoticeChoices(deps, producer, { ...key(), choices: [off("milestone")] }));
    clock.setTo(ends);
    await work();
    expect(mailsTo(producer)).toHaveLength(1);
    expect((await noticesOf(producer))[0]?.delivery.state).toBe("withdrawn");
  });

  it("F121: a mail that waits for somebody who has left meanwhile is withdrawn", async () => {
    const { deps, clock } = world();
    clock.setTo(new Date("2026-11-23T10:00:00.000Z"));
    const partnership = await settledPartnership();
    const { organizationId, userId } = partnership.producer;
    must(await saveQuietHours(deps, partnership.producer, { ...key(), quietHours: quiet }));
    await propose(deps, partnership);
    await work();
    await deps.database.auth.prisma.member.deleteMany({ where: { organizationId, userId } });
    clock.setTo(ends);
    await work();
    expect(mailsTo(partnership.producer)).toHaveLength(0);
    expect((await noticesOf(partnership.producer))[0]?.delivery.state).toBe("withdrawn");
  });

  it("F121: a worker that dies while it puts a mail off loses none and sends none twice", async () => {
    const { deps, clock } = world();
    clock.setTo(new Date("2026-11-23T10:00:00.000Z"));
    const partnership = await settledPartnership();
    const { producer } = partnership;
    must(await saveQuietHours(deps, producer, { ...key(), quietHours: quiet }));
    await propose(deps, partnership);
    for (const id of await deps.database.findDueOperations(200)) {
      const operation = await deps.database.claimOperation(id, 1);
      // It dies here: what it did is written, that it is done is not.
      if (operation !== null) await carryOutOperation({ ...deps, mailer }, operation);
    }
    clock.setTo(ends);
    // The dead worker's lease still runs: the mail is left alone until it is over.
    expect(await deps.database.wakeDueMails(ends, 100)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await work();
    await work();
    expect(mailsTo(producer)).toHaveLength(1);
  });

  it("F121 F136: are a person's own in every organization, kept with an audit line, and refused when they make no sense", async () => {
    const { deps } = world();
    const brand = await createBrand(deps, { timeZone: "Asia/Tokyo" });
    const offered = must(await getNoticePreferences(deps, brand, {})).quietHours;
    expect(offered).toMatchObject({ enabled: false, timeZone: "Asia/Tokyo" });
    const wrong = [
      [{ ...quiet, timeZone: "Europe/Nowhere" }, "quietHours.timeZone"],
      [{ ...quiet, days: [] }, "quietHours.days"],
      [{ ...quiet, toMinute: quiet.fromMinute }, "quietHours.toMinute"],
    ] as const;
    for (const [hours, field] of wrong) {
      await expectNothingWritten(world(), async () =>
        expect(
          await saveQuietHours(deps, brand, { ...key(), quietHours: { ...hours, days: [...hours.days] } }),
        ).toMatchObject({
          failure: { code: "input.invalid", field },
        }),
      );
    }
    const input = { ...key(), quietHours: quiet };
    must(await saveQuietHours(deps, brand, input));
    must(await saveQuietHours(deps, brand, input));
    expect(await auditOf(world(), brand.userId)).toMatchObject([
      {
        action: "notice.quiet_hours",
        before: { quietHours: "off" },
        after: { quietHours: "on", from: "09:00", to: "17:30" },
      },
    ]);
    const elsewhere = { ...brand, organizationId: (await createBrand(deps)).organizationId };
    expect(must(await getNoticePreferences(deps, elsewhere, {})).quietHours).toEqual(quiet);
    expect(must(await getNoticePreferences(deps, await createBrand(deps), {})).quietHours.enabled).toBe(
      false,
    );
  });
});

describe("a milestone that is declined", () => {
  it("F121: is told with the reason, in the portal as in the mail", async () => {
    const { deps } = world();
    const partnership = await settledPartnership();
    const id = await propose(deps, partnership);
    world().clock.advanceBy(1_000);
    must(await declineMilestone(deps, partnership.producer, { ...key(), id, reason: "Too <b>early</b>" }));
    expect((await noticesOf(partnership.brand))[0]).toMatchObject({
      template: "milestone.declined",
      facts: { reason: "Too <b>early</b>" },
    });
  });
});
