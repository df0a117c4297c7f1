import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handOver, nobody, openTown, signUp, type Town } from "./people";
import { command } from "./second-factors";

let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.leave());

describe("R15: the sessions of a person", () => {
  it("R15: are listed from both portals, ended one by one, and never somebody else's", async () => {
    const { auth } = town;
    const [ada, eve] = [await signUp(auth, "brand"), await signUp(auth, "brand")];
    await handOver(auth, ada, "producer");
    const sessions = await auth.account.listSessions(ada.session);
    expect(sessions.map(({ portal }) => portal).sort()).toEqual(["brand", "producer"]);
    expect(sessions.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([
      ada.session.sessionId,
    ]);
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? "";
    const click = { ...command(), sessionId: other };
    expect(await auth.account.endSession(eve.session, click, nobody)).toMatchObject({
      failure: { code: "session.not_found" },
    });
    expect(await auth.account.endSession(ada.session, click, nobody)).toMatchObject({ ok: true });
    expect(await auth.account.endSession(ada.session, click, nobody)).toMatchObject({ ok: true });
    expect(await auth.account.endSession(ada.session, { ...click, ...command() }, nobody)).toMatchObject({
      failure: { code: "session.not_found" },
    });
    expect(await auth.account.listSessions(ada.session)).toHaveLength(1);
    expect(await town.trailOf(ada.email)).toContain("session.ended");
  });

  it("R15: all end at once in both portals, with the hand-over under way", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    const there = await handOver(auth, ada, "producer");
    const begun = await auth.beginHandover(ada.session, null);
    if (!begun.ok) throw new Error(begun.failure.code);
    await auth.account.signOutEverywhere(ada.session, nobody);
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
    expect(await auth.readSession("producer", there.cookie)).toBeNull();
    const token = new URL(begun.value.url).searchParams.get("token") ?? "";
    expect(await auth.acceptHandover("producer", token, nobody)).toMatchObject({ ok: false });
  });
});

describe("R16: what is counted", () => {
  it("R16: is counted by the database, for all processes together, and exactly", async () => {
    const take = () => town.database.auth.pool.query("select app.take_token('many', 20, 60000) as wait");
    const waits = await Promise.all(Array.from({ length: 60 }, take));
    expect(waits.filter(({ rows }) => rows[0]?.wait === 0)).toHaveLength(20);
  });

  it("R16: fills up again by one after each interval", async () => {
    const take = async () =>
      (await town.database.auth.pool.query("select app.take_token('soon', 1, 150) as wait")).rows[0]?.wait;
    expect(await take()).toBe(0);
    const wait = await take();
    expect(wait).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, wait + 20));
    expect(await take()).toBe(0);
  });

  it("R16: the application's own role cannot touch it", async () => {
    await expect(town.asOwner("set role evenshare_app; select app.take_token('x', 1, 1)")).rejects.toThrow(
      "permission denied",
    );
    await expect(town.asOwner("set role evenshare_auth; select * from rate_limit")).rejects.toThrow(
      "permission denied",
    );
  });
});

it("the trail of an account cannot be rewritten, and no organization reads it", async () => {
  const ada = await signUp(town.auth, "brand");
  for (const text of ["update account_event set action = 'x'", "delete from account_event"]) {
    await expect(town.asOwner(text)).rejects.toThrow("append-only");
  }
  await expect(town.asOwner("set role evenshare_app; select * from account_event")).rejects.toThrow(
    "permission denied",
  );
  expect(await town.trailOf(ada.email)).toEqual(["account.signed_up"]);
});
