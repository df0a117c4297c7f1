import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { found, handOver, nobody, openTown, type Person, signUp, type Town, tokenOf } from "./people";

let town: Town;
let ada: Person;

beforeAll(async () => {
  town = await openTown();
  ada = await signUp(town.auth, "brand");
});
afterAll(() => town.leave());

async function beginToken(): Promise<string> {
  const begun = await town.auth.beginHandover(ada.session, null);
  if (!begun.ok) throw new Error(begun.failure.code);
  return tokenOf(begun.value.url);
}

const invalid = { ok: false, failure: { code: "handover.invalid" } };

describe("the hand-over to the other portal", () => {
  it("F1: signs the person in there without a password, for the organization they chose", async () => {
    const { auth } = town;
    const there = await handOver(auth, ada, "producer");
    await found(auth, there.session, "First farm");
    const second = await found(auth, there.session, "Second farm");
    await found(auth, there.session, "Third farm");
    const begun = await auth.beginHandover(ada.session, second.active?.organization.id ?? "");
    if (!begun.ok) throw new Error(begun.failure.code);
    expect(begun.value.url).toMatch(/^http:\/\/localhost:4002\/handover\?token=[\w-]{43}$/);
    const accepted = await auth.acceptHandover("producer", tokenOf(begun.value.url), nobody);
    expect(accepted).toMatchObject({
      value: { session: { user: { email: ada.email }, active: second.active } },
    });
  });

  it("F1: works once", async () => {
    const token = await beginToken();
    expect(await town.auth.acceptHandover("producer", token, nobody)).toMatchObject({ ok: true });
    expect(await town.auth.acceptHandover("producer", token, nobody)).toEqual(invalid);
  });

  it("F1: of eight redemptions at once one gets through", async () => {
    const token = await beginToken();
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => town.auth.acceptHandover("producer", token, nobody)),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("F1: works for sixty seconds and not a moment longer", async () => {
    const [early, late] = [await beginToken(), await beginToken()];
    town.advance(59_999);
    expect(await town.auth.acceptHandover("producer", early, nobody)).toMatchObject({ ok: true });
    town.advance(1);
    expect(await town.auth.acceptHandover("producer", late, nobody)).toEqual(invalid);
  });

  it("is worth nothing in the portal it came from, and a guess is worth nothing", async () => {
    const token = await beginToken();
    expect(await town.auth.acceptHandover("brand", token, nobody)).toEqual(invalid);
    expect(await town.auth.acceptHandover("producer", `${token}x`, nobody)).toEqual(invalid);
    expect(await town.auth.acceptHandover("producer", token, nobody)).toMatchObject({ ok: true });
  });

  it("is not given for an organization of someone else, or of this portal's kind", async () => {
    const { auth } = town;
    const eve = await signUp(auth, "producer");
    const foreign = await found(auth, eve.session, "Foreign");
    const own = await found(auth, ada.session, "Own brand");
    for (const id of [foreign, own].map(({ active }) => active?.organization.id ?? "")) {
      expect(await auth.beginHandover(ada.session, id)).toEqual({
        ok: false,
        failure: { code: "organization.not_found" },
      });
    }
  });

  it("ends the session that the browser held there before", async () => {
    const { auth } = town;
    const before = await handOver(auth, ada, "producer");
    const token = await beginToken();
    await auth.acceptHandover("producer", token, { ...nobody, replaces: before.session });
    expect(await auth.readSession("producer", before.cookie)).toBeNull();
  });

  it("keeps only a hash of the token", async () => {
    const token = await beginToken();
    const { rows } = await town.database.auth.pool.query("select * from handover_token");
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
