import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, found, nobody, openTown, password, secret, signUp, type Town } from "./people";

const minute = 60_000;
let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.leave());

describe("signing in", () => {
  it("signs up, signs out and signs in again", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({
      user: { email: ada.email },
      active: null,
    });
    const { setCookie } = await auth.signOut("brand", ada.cookie);
    expect(setCookie).toContain("Max-Age=0");
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
    const again = await auth.signIn("brand", { email: ada.email.toUpperCase(), password }, nobody);
    expect(again).toMatchObject({ ok: true, value: { session: { user: { email: ada.email } } } });
  });

  it("refuses an unknown address and a wrong password in the same words", async () => {
    const { auth } = town;
    const { email } = await signUp(auth, "brand");
    const wrong = await auth.signIn("brand", { email, password: "another password" }, nobody);
    const unknown = await auth.signIn("brand", { email: "nobody@example.com", password }, nobody);
    expect(wrong).toEqual({ ok: false, failure: { code: "credentials.invalid" } });
    expect(unknown).toEqual(wrong);
  });

  it("refuses an address that has an account, also when both come at once", async () => {
    const { auth } = town;
    const { email } = await signUp(auth, "brand");
    const body = { name: "Eve", email, password };
    expect(await auth.signUp("producer", body, nobody)).toMatchObject({
      failure: { code: "account.exists" },
    });
    const twice = { ...body, email: `twice-${email}` };
    const both = await Promise.all([
      auth.signUp("brand", twice, nobody),
      auth.signUp("producer", twice, nobody),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("R15: a sign-in gives a new token and ends the session it replaces", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    const again = await auth.signIn(
      "brand",
      { email: ada.email, password },
      { ...nobody, replaces: ada.session },
    );
    if (!again.ok || !("setCookie" in again.value)) throw new Error("no session began");
    expect(cookieOf(again.value.setCookie)).not.toBe(ada.cookie);
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
    expect(await auth.readSession("brand", cookieOf(again.value.setCookie))).not.toBeNull();
  });
});

describe("a session", () => {
  it("R15: ends after thirty minutes without use", async () => {
    const { auth, advance } = town;
    const ada = await signUp(auth, "brand");
    advance(29 * minute);
    expect(await auth.readSession("brand", ada.cookie)).not.toBeNull();
    advance(29 * minute);
    expect(await auth.readSession("brand", ada.cookie)).not.toBeNull();
    advance(30 * minute);
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
  });

  it("R15: ends after twelve hours however much it is used", async () => {
    const { auth, advance } = town;
    const ada = await signUp(auth, "brand");
    for (let passed = 20; passed < 12 * 60; passed += 20) {
      advance(20 * minute);
      expect(await auth.readSession("brand", ada.cookie)).not.toBeNull();
    }
    advance(20 * minute);
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
  });

  it("R15: is nobody in the other portal, even when its token is put into that portal's cookie", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    expect(await auth.readSession("brand", ada.cookie)).not.toBeNull();
    expect(await auth.readSession("producer", ada.cookie)).toBeNull();
    expect(
      await auth.readSession("producer", ada.cookie.replace("evenshare-brand", "evenshare-producer")),
    ).toBeNull();
    await auth.signOut("producer", ada.cookie.replace("evenshare-brand", "evenshare-producer"));
    expect(await auth.readSession("brand", ada.cookie)).not.toBeNull();
  });

  it("is nobody under a token that was never given out, however well it is signed", async () => {
    const signature = createHmac("sha256", secret).update("guessed").digest("base64");
    const cookie = `__Host-evenshare-brand=${encodeURIComponent(`guessed.${signature}`)}`;
    expect(await town.auth.readSession("brand", cookie)).toBeNull();
  });

  it("is read with one query", async () => {
    const { auth, database } = town;
    const ada = await signUp(auth, "brand");
    await found(auth, ada.session, "One query");
    let queries = 0;
    const { pool } = database.auth;
    const count = () => {
      queries += 1;
    };
    pool.on("acquire", count);
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ active: { role: "owner" } });
    pool.off("acquire", count);
    expect(queries).toBe(1);
  });
});
