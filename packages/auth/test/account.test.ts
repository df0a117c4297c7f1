import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, found, handOver, linkTo, nobody, openTown, password, signUp, type Town } from "./people";
import { command, turnOn } from "./second-factors";

const minute = 60_000;
const hour = 60 * minute;
let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.leave());

const signIn = (email: string, word: string) => town.auth.signIn("brand", { email, password: word }, nobody);

describe("an e-mail address", () => {
  it("is confirmed by the link in the mail, once, and only its hash is kept", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    expect(ada.session.user.emailVerified).toBe(false);
    const token = await linkTo(town, ada.email, "account.verify_email");
    expect(JSON.stringify(await town.asOwner("select * from account_link"))).not.toContain(token);
    const both = await Promise.all([
      auth.account.verifyEmail(token, nobody),
      auth.account.verifyEmail(token, nobody),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "link.invalid" } });
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ user: { emailVerified: true } });
    expect(await town.trailOf(ada.email)).toEqual(["account.signed_up", "account.verified"]);
  });

  it("is confirmed no more after a day, nor by a link that a newer one replaced", async () => {
    const { account } = town.auth;
    const ada = await signUp(town.auth, "brand");
    const first = await linkTo(town, ada.email, "account.verify_email");
    town.advance(1);
    const key = randomUUID();
    await account.resendVerification(ada.session, key, nobody);
    await account.resendVerification(ada.session, key, nobody);
    expect(await town.mailsTo(ada.email)).toHaveLength(2);
    const second = await linkTo(town, ada.email, "account.verify_email");
    expect(await account.verifyEmail(first, nobody)).toMatchObject({ ok: false });
    town.advance(24 * hour);
    expect(await account.verifyEmail(second, nobody)).toMatchObject({ failure: { code: "link.invalid" } });
  });

  it("R16: gets a mail again only so often", async () => {
    const ada = await signUp(town.auth, "brand");
    const answers: Awaited<ReturnType<typeof town.auth.account.resendVerification>>[] = [];
    for (let click = 0; click < 6; click += 1) {
      answers.push(await town.auth.account.resendVerification(ada.session, randomUUID(), nobody));
    }
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4);
    expect(answers.at(-1)).toMatchObject({ failure: { code: "request.too_many" } });
    expect(await town.mailsTo(ada.email)).toHaveLength(5);
  });

  it("is changed by the link to the new one; the old one hears of it and can take it back", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    const email = `new-${ada.email}`;
    const input = { ...command(), email: email.toUpperCase(), password };
    expect(await auth.account.requestEmailChange(ada.session, input, nobody)).toMatchObject({ ok: true });
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ user: { email: ada.email } });
    const token = await linkTo(town, email, "account.confirm_email");
    expect(await auth.account.confirmEmail("brand", token, nobody)).toMatchObject({ value: { email } });
    expect(await auth.account.confirmEmail("brand", token, nobody)).toMatchObject({ ok: false });
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({
      user: { email, emailVerified: true },
    });
    // Whoever did it sets a second factor too.
    const renamed = await auth.readSession("brand", ada.cookie);
    if (renamed === null) throw new Error("the session is gone");
    await turnOn(town, { ...ada, session: renamed });

    const back = await linkTo(town, ada.email, "account.email_changed");
    expect(await auth.account.restoreEmail("brand", back, nobody)).toMatchObject({
      value: { email: ada.email },
    });
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
    expect(await signIn(ada.email, password)).toMatchObject({ failure: { code: "credentials.invalid" } });
    const reset = await linkTo(town, ada.email, "account.reset_password");
    const chosen = { token: reset, password: "a new long password" };
    expect(await auth.account.resetPassword("brand", chosen, nobody)).toMatchObject({ ok: true });
    expect(await signIn(ada.email, chosen.password)).toMatchObject({ value: { session: {} } });
  });

  it("of somebody else is not taken, neither when asked for nor when both want it", async () => {
    const { account } = town.auth;
    const [ada, eve] = [await signUp(town.auth, "brand"), await signUp(town.auth, "brand")];
    expect(
      await account.requestEmailChange(ada.session, { ...command(), email: eve.email, password }, nobody),
    ).toMatchObject({ failure: { code: "account.exists", field: "email" } });
    expect(
      await account.requestEmailChange(
        ada.session,
        { ...command(), email: "x@y.test", password: "no" },
        nobody,
      ),
    ).toMatchObject({ failure: { code: "password.wrong" } });
    const email = `wanted-${randomUUID()}@example.com`;
    for (const { session } of [ada, eve]) {
      await account.requestEmailChange(session, { ...command(), email, password }, nobody);
      town.advance(1);
    }
    const tokens = (await town.mailsTo(email)).map(({ token }) => token ?? "");
    const both = await Promise.all(tokens.map((token) => account.confirmEmail("brand", token, nobody)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "account.exists" } });
  });
});

describe("a password", () => {
  it("R15: is set anew by a link that works once, for an hour; every session in both portals ends", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    const there = await handOver(auth, ada, "producer");
    await auth.account.requestReset("brand", ada.email.toUpperCase(), nobody);
    const token = await linkTo(town, ada.email, "account.reset_password");
    const body = { token, password: "another long password" };
    const both = await Promise.all([
      auth.account.resetPassword("brand", body, nobody),
      auth.account.resetPassword("producer", body, nobody),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
    expect(await auth.readSession("producer", there.cookie)).toBeNull();
    expect(await signIn(ada.email, password)).toMatchObject({ failure: { code: "credentials.invalid" } });
    expect(await signIn(ada.email, body.password)).toMatchObject({
      value: { session: { user: { emailVerified: true } } },
    });
    expect((await town.mailsTo(ada.email)).map(({ template }) => template)).toContain(
      "account.password_changed",
    );

    town.advance(1);
    await auth.account.requestReset("brand", ada.email, nobody);
    const late = await linkTo(town, ada.email, "account.reset_password");
    town.advance(hour);
    expect(await auth.account.resetPassword("brand", { ...body, token: late }, nobody)).toMatchObject({
      failure: { code: "link.invalid" },
    });
  });

  it("is asked for in the same words, and as slowly, whether there is an account or not", async () => {
    const ada = await signUp(town.auth, "brand");
    const ask = async (email: string) => {
      const began = performance.now();
      const answer = await town.auth.account.requestReset("brand", email, nobody);
      return { answer, ms: performance.now() - began };
    };
    const [known, unknown] = [await ask(ada.email), await ask(`nobody-${ada.email}`)];
    expect(unknown.answer).toEqual(known.answer);
    for (const { ms } of [known, unknown]) expect(ms).toBeGreaterThan(190);
    expect(await town.mailsTo(`nobody-${ada.email}`)).toEqual([]);
  });

  it("R15: is changed with the old one; all sessions end and this browser gets another, for the same organization", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    const session = await found(auth, ada.session, "Gasthaus Group");
    const there = await handOver(auth, ada, "producer");
    const input = { ...command(), currentPassword: password, newPassword: "another long password" };
    expect(
      await auth.account.changePassword(session, { ...input, currentPassword: "wrong" }, nobody),
    ).toMatchObject({ failure: { code: "password.wrong", field: "password" } });
    const changed = await auth.account.changePassword(session, input, nobody);
    if (!changed.ok) throw new Error(changed.failure.code);
    expect(changed.value.session.active).toEqual(session.active);
    expect(await auth.readSession("brand", ada.cookie)).toBeNull();
    expect(await auth.readSession("producer", there.cookie)).toBeNull();
    expect(await auth.readSession("brand", cookieOf(changed.value.setCookie))).not.toBeNull();
    expect(await town.trailOf(ada.email)).toContain("account.password_changed");
  });

  it("R13: guessed too often is refused for that account wherever it comes from, and nobody else is", {
    timeout: 30_000,
  }, async () => {
    const [ada, eve] = [await signUp(town.auth, "brand"), await signUp(town.auth, "brand")];
    const from = (ip: string) => ({ ...nobody, ip });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const guess = { email: ada.email, password: `guess ${attempt}` };
      expect(await town.auth.signIn("brand", guess, from(`198.51.100.${attempt}`))).toMatchObject({
        failure: { code: "credentials.invalid" },
      });
    }
    const right = { email: ada.email.toUpperCase(), password };
    expect(await town.auth.signIn("producer", right, from("198.51.100.99"))).toMatchObject({
      failure: { code: "request.too_many" },
    });
    expect(await signIn(eve.email, password)).toMatchObject({ ok: true });
  });

  it("R13: guessed too often from one address is refused there, for every account", async () => {
    const ada = await signUp(town.auth, "brand");
    const thief = { ...nobody, ip: "198.51.100.200" };
    const before =
      "select app.take_token('password-from:198.51.100.200', 50, 10000) from generate_series(1, 49)";
    await town.database.auth.pool.query(before);
    const guess = { email: `${randomUUID()}@example.com`, password: "guess" };
    expect(await town.auth.signIn("brand", guess, thief)).toMatchObject({
      failure: { code: "credentials.invalid" },
    });
    const right = { email: ada.email, password };
    expect(await town.auth.signIn("brand", right, thief)).toMatchObject({
      failure: { code: "request.too_many" },
    });
    expect(await town.auth.signIn("brand", right, nobody)).toMatchObject({ ok: true });
  });

  it("R13: entered rightly uses nothing up, however often", { timeout: 30_000 }, async () => {
    const ada = await signUp(town.auth, "brand");
    for (let time = 0; time < 12; time += 1) {
      expect(await signIn(ada.email, password)).toMatchObject({ ok: true });
    }
  });
});

it("a name is changed once per click, and a key is not used for something else", async () => {
  const { account } = town.auth;
  const ada = await signUp(town.auth, "brand");
  const click = { ...command(), name: "Ada Okafor" };
  expect(await account.changeName(ada.session, click, nobody)).toMatchObject({
    value: { user: { name: "Ada Okafor" } },
  });
  await account.changeName(ada.session, { ...click, name: "Somebody" }, nobody);
  expect(await town.auth.readSession("brand", ada.cookie)).toMatchObject({ user: { name: "Ada Okafor" } });
  expect(await account.resendVerification(ada.session, click.commandKey, nobody)).toMatchObject({
    failure: { code: "command.key_reused" },
  });
});
