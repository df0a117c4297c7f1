import { randomUUID } from "node:crypto";
import { declineMilestone, listNotices, markNotices } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { groupOfTemplate, isWorkGroup, messageTemplates, views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, must } from "../src";
import {
  key,
  mailsTo,
  noticesOf,
  propose,
  settledPartnership,
  tellMoney,
  unreadOf,
  work,
  world,
} from "./support/notice-case";

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
