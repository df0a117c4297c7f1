import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, handOver, nobody, openTown, password, signUp, type Town } from "./people";
import { challengeOf, codeOf, turnOn } from "./second-factors";

let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.leave());

const enter = (challenge: string, code: string) =>
  town.auth.signInWithCode("brand", { challenge, code }, nobody);

describe("the second factor", () => {
  it("is off until a code has shown that the app knows the secret, which is kept sealed", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    const begun = await auth.account.beginSecondFactor(ada.session, password, nobody);
    if (!begun.ok) throw new Error(begun.failure.code);
    const { secret, uri } = begun.value;
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toContain(encodeURIComponent(ada.email));
    expect(await auth.signIn("brand", { email: ada.email, password }, nobody)).toMatchObject({
      value: { session: {} },
    });
    const wrong = await auth.account.confirmSecondFactor(ada.session, "000000", nobody);
    expect(wrong).toMatchObject({ failure: { code: "second_factor.code_invalid", field: "code" } });
    const on = await auth.account.confirmSecondFactor(ada.session, codeOf(town, secret), nobody);
    if (!on.ok) throw new Error(on.failure.code);
    expect(on.value.recoveryCodes).toHaveLength(10);
    const kept = JSON.stringify([
      await town.asOwner("select * from second_factor"),
      await town.asOwner("select * from recovery_code"),
    ]);
    for (const hidden of [secret, ...on.value.recoveryCodes]) expect(kept).not.toContain(hidden);
    expect(await town.trailOf(ada.email)).toContain("second_factor.on");
    expect((await town.mailsTo(ada.email)).map(({ template }) => template)).toContain(
      "account.second_factor_on",
    );
    expect(await auth.account.beginSecondFactor(ada.session, password, nobody)).toMatchObject({
      failure: { code: "second_factor.on" },
    });
  });

  it("asks for a code in a second step, and gives no session before", async () => {
    const ada = await signUp(town.auth, "brand");
    const { secret } = await turnOn(town, ada);
    const before = (await town.auth.account.listSessions(ada.session)).length;
    const challenge = await challengeOf(town, ada.email);
    expect(await town.auth.account.listSessions(ada.session)).toHaveLength(before);
    expect(await enter(challenge, "123456")).toMatchObject({
      failure: { code: "second_factor.code_invalid" },
    });
    const entered = await enter(challenge, codeOf(town, secret));
    if (!entered.ok) throw new Error(entered.failure.code);
    expect(await town.auth.readSession("brand", cookieOf(entered.value.setCookie))).toMatchObject({
      user: { email: ada.email },
    });
    expect(await enter(challenge, codeOf(town, secret, 1))).toMatchObject({
      failure: { code: "link.invalid" },
    });
  });

  it("accepts a code once, also when it comes several times at once, and none from before it", async () => {
    const ada = await signUp(town.auth, "brand");
    const { secret } = await turnOn(town, ada);
    const challenges = await Promise.all([1, 2].map(() => challengeOf(town, ada.email)));
    const code = codeOf(town, secret);
    const answers = await Promise.all(challenges.map((challenge) => enter(challenge, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const again = await challengeOf(town, ada.email);
    for (const used of [code, codeOf(town, secret, -1)]) {
      expect(await enter(again, used)).toMatchObject({ failure: { code: "second_factor.code_invalid" } });
    }
    town.advance(30_000);
    expect(await enter(again, codeOf(town, secret))).toMatchObject({ ok: true });
  });

  it("a challenge is over after five minutes", async () => {
    const ada = await signUp(town.auth, "brand");
    const { secret } = await turnOn(town, ada);
    const challenge = await challengeOf(town, ada.email);
    town.advance(5 * 60_000);
    expect(await enter(challenge, codeOf(town, secret))).toMatchObject({ failure: { code: "link.invalid" } });
  });

  it("a recovery code works once, however it is written, and is nobody else's", async () => {
    const [ada, eve] = [await signUp(town.auth, "brand"), await signUp(town.auth, "brand")];
    const { recoveryCodes } = await turnOn(town, ada);
    await turnOn(town, eve);
    const [first = "", second = ""] = recoveryCodes;
    const shouted = first.toUpperCase().replaceAll("-", " ");
    expect(await enter(await challengeOf(town, ada.email), shouted)).toMatchObject({ ok: true });
    const again = await challengeOf(town, ada.email);
    expect(await enter(again, first)).toMatchObject({ failure: { code: "second_factor.code_invalid" } });
    expect(await enter(await challengeOf(town, eve.email), second)).toMatchObject({ ok: false });
    expect(await enter(again, second)).toMatchObject({ ok: true });
    expect(await town.auth.account.readSecondFactor(ada.session)).toMatchObject({ recoveryCodesLeft: 8 });
    expect(await town.trailOf(ada.email)).toContain("recovery_code.used");
  });

  it("R13: too many wrong codes are refused without being looked at, right ones among them", async () => {
    const ada = await signUp(town.auth, "brand");
    const { secret } = await turnOn(town, ada);
    const challenge = await challengeOf(town, ada.email);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await enter(challenge, "000000")).toMatchObject({
        failure: { code: "second_factor.code_invalid" },
      });
    }
    const refused = await enter(challenge, codeOf(town, secret));
    expect(refused).toMatchObject({ failure: { code: "request.too_many" } });
    if (refused.ok) throw new Error("it was let in");
    expect(Number(refused.failure.details?.["seconds"])).toBeGreaterThan(30);
  });

  it("is turned off, and its codes renewed, with password and code together only", async () => {
    const { account } = town.auth;
    const ada = await signUp(town.auth, "brand");
    const { secret, recoveryCodes } = await turnOn(town, ada);
    const code = codeOf(town, secret);
    expect(await account.endSecondFactor(ada.session, { password: "wrong", code }, nobody)).toMatchObject({
      failure: { code: "password.wrong", field: "password" },
    });
    expect(await account.endSecondFactor(ada.session, { password, code: "000000" }, nobody)).toMatchObject({
      failure: { code: "second_factor.code_invalid" },
    });
    const renewed = await account.renewRecoveryCodes(ada.session, { password, code }, nobody);
    if (!renewed.ok) throw new Error(renewed.failure.code);
    const [old = ""] = recoveryCodes;
    expect(await account.endSecondFactor(ada.session, { password, code: old }, nobody)).toMatchObject({
      ok: false,
    });
    const [fresh = ""] = renewed.value.recoveryCodes;
    expect(await account.endSecondFactor(ada.session, { password, code: fresh }, nobody)).toMatchObject({
      ok: true,
    });
    expect(await town.auth.signIn("brand", { email: ada.email, password }, nobody)).toMatchObject({
      value: { session: {} },
    });
  });

  it("does not stand in the way from one portal to the other, which proves nothing new", async () => {
    const ada = await signUp(town.auth, "brand");
    await turnOn(town, ada);
    town.advance(20 * 60_000);
    const there = await handOver(town.auth, ada, "producer");
    expect(there.session).toMatchObject({ user: { email: ada.email }, authenticatedRecently: false });
  });
});

describe("R14: a recent proof", () => {
  it("R14: lasts a quarter of an hour from signing in, and is renewed by the password", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    expect(ada.session.authenticatedRecently).toBe(true);
    town.advance(15 * 60_000);
    const later = await auth.readSession("brand", ada.cookie);
    if (later === null) throw new Error("the session is gone");
    expect(later.authenticatedRecently).toBe(false);
    expect(await auth.account.reauthenticate(later, { password: "wrong" }, nobody)).toMatchObject({
      failure: { code: "password.wrong" },
    });
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ authenticatedRecently: false });
    expect(await auth.account.reauthenticate(later, { password }, nobody)).toMatchObject({ ok: true });
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ authenticatedRecently: true });
    expect(await town.trailOf(ada.email)).toContain("session.reauthenticated");
  });

  it("R14: takes the code too where a second factor is on", async () => {
    const { account } = town.auth;
    const ada = await signUp(town.auth, "brand");
    const { secret } = await turnOn(town, ada);
    expect(await account.reauthenticate(ada.session, { password }, nobody)).toMatchObject({
      failure: { code: "second_factor.code_needed" },
    });
    const code = codeOf(town, secret);
    expect(await account.reauthenticate(ada.session, { password, code }, nobody)).toMatchObject({ ok: true });
    expect(await account.reauthenticate(ada.session, { password, code }, nobody)).toMatchObject({
      failure: { code: "second_factor.code_invalid" },
    });
  });
});
