import {
  carryOutOperation,
  getNoticePreferences,
  saveNoticeChoices,
  saveQuietHours,
} from "@evenshare/application";
import type { QuietHours } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { createBrand, must, senderParts } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import {
  key,
  mailer,
  mailsTo,
  noticesOf,
  off,
  propose,
  settledPartnership,
  tellMoney,
  work,
  world,
} from "./support/notice-case";

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
      if (operation !== null) await carryOutOperation({ ...deps, ...senderParts, mailer }, operation);
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
