import { randomUUID } from "node:crypto";
import { withAdmin } from "@evenshare/database/testing";
import { defaultMilestoneTerms } from "@evenshare/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnvironment } from "../src/env";
import { serve } from "../src/serve";
import {
  Browser,
  environmentOf,
  linkTo,
  password,
  refusalOf,
  signUp,
  signUpOwner,
  signUpUnverified,
  startApi,
  type TestApi,
} from "./api";

const recentSeconds = 2;
const changesAtOnce = 40;
let api: TestApi;
/** A second process over the same database. */
let second: TestApi;

beforeAll(async () => {
  const variables = {
    REAUTHENTICATE_AFTER_SECONDS: String(recentSeconds),
    CHANGES_PER_MINUTE: String(changesAtOnce),
  };
  api = await startApi(variables);
  const other = await serve(readEnvironment({ ...environmentOf(api.database.url), ...variables }));
  const ports = { brand: other.brandPort, producer: other.producerPort };
  second = {
    database: api.database,
    urlOf: (portal) => `http://127.0.0.1:${ports[portal]}`,
    close: () => other.close(0),
  };
});
afterAll(async () => {
  await second.close();
  await api.close();
});

const command = () => ({ commandKey: randomUUID() });
const organization = () => ({ ...command(), name: "Wiesen Farm", country: "GB", timeZone: "Europe/London" });
const terms = { ...defaultMilestoneTerms, currency: "GBP", timeZone: "Europe/London" } as const;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("somebody whose address is not confirmed", () => {
  it("looks around, starts no partnership, and joins none", async () => {
    const brand = await signUpUnverified(api, "brand");
    await brand.trpc.organizations.create.mutate(organization());
    const producer = await signUpUnverified(api, "producer");
    await producer.trpc.organizations.create.mutate(organization());
    const input = { ...command(), email: producer.email, title: "Boxes", terms };
    expect(await brand.trpc.home.brand.query()).toBeDefined();
    expect(await refusalOf(brand.trpc.partnerships.invite.mutate(input))).toMatchObject({
      httpStatus: 403,
      failure: { code: "account.email_unverified" },
    });
    expect(await refusalOf(producer.trpc.account.onboard.mutate(command()))).toMatchObject({
      failure: { code: "account.email_unverified" },
    });
    const confirm = async (browser: Browser & { email: string }) => {
      const token = await linkTo(api, browser.email, "account.verify_email");
      return browser.post("/api/auth/verify-email", { token });
    };
    expect((await confirm(brand)).status).toBe(200);
    const { id } = await brand.trpc.partnerships.invite.mutate({ ...input, ...command() });
    for (const attempt of [
      producer.trpc.invitations.waiting.query(),
      producer.trpc.invitations.joinWaiting.mutate({ id }),
    ]) {
      expect(await refusalOf(attempt)).toMatchObject({ failure: { code: "account.email_unverified" } });
    }
    expect((await confirm(producer)).status).toBe(200);
    expect(await producer.trpc.invitations.waiting.query()).toMatchObject([{ id, title: "Boxes" }]);
    expect(await producer.trpc.invitations.joinWaiting.mutate({ id })).toMatchObject({
      partnershipId: expect.any(String),
    });
    const again = await confirm(brand);
    expect(again.status).toBe(404);
    expect(await again.json()).toMatchObject({ failure: { code: "link.invalid" } });
  });
});

describe("R14: money and bank details", () => {
  it("R14: want a proof that is recent; looking does not, and one proof opens them again", async () => {
    const { browser } = await signUpOwner(api, "producer");
    await pause(recentSeconds * 1_000);
    expect(await browser.trpc.account.get.query()).toBeDefined();
    expect(await refusalOf(browser.trpc.account.onboard.mutate(command()))).toMatchObject({
      httpStatus: 403,
      failure: { code: "session.reauthentication_required" },
    });
    expect(await refusalOf(browser.trpc.session.reauthenticate.mutate({ password: "wrong" }))).toMatchObject({
      httpStatus: 403,
      failure: { code: "password.wrong", field: "password" },
    });
    await browser.trpc.session.reauthenticate.mutate({ password });
    // Nobody answers at the payment provider's address, which is as far as this goes.
    const { failure } = await refusalOf(browser.trpc.account.onboard.mutate(command()));
    expect(failure?.code).not.toBe("session.reauthentication_required");
  });
});

describe("R15: a session that was ended", () => {
  it("R15: everywhere is worth nothing from the next request on, whichever process answers", async () => {
    const ada = await signUp(api, "brand");
    const elsewhere = new Browser(second, "brand", ada.cookie);
    expect(await elsewhere.trpc.session.me.query()).toMatchObject({ user: { email: ada.email } });
    await ada.trpc.security.signOutEverywhere.mutate();
    expect(await refusalOf(elsewhere.trpc.session.me.query())).toMatchObject({
      httpStatus: 401,
      failure: { code: "session.missing" },
    });
    const kept = new Browser(api, "brand", elsewhere.cookie);
    expect((await refusalOf(kept.trpc.organizations.create.mutate(organization()))).httpStatus).toBe(401);
    expect(ada.cookie).toBeUndefined();
  });

  it("R15: by a new password takes every other browser with it, and this one goes on with a new cookie", async () => {
    const ada = await signUp(api, "brand");
    const other = new Browser(second, "producer");
    await other.post("/api/auth/sign-in/email", { email: ada.email, password });
    const before = ada.cookie;
    await ada.trpc.person.changePassword.mutate({
      ...command(),
      currentPassword: password,
      newPassword: "another long password",
    });
    expect(ada.cookie).not.toBe(before);
    expect(await ada.trpc.session.me.query()).toMatchObject({ user: { email: ada.email } });
    for (const browser of [other, new Browser(api, "brand", before)]) {
      expect((await refusalOf(browser.trpc.session.me.query())).httpStatus).toBe(401);
    }
  });
});

describe("the answer to a forgotten password", () => {
  it("is the same for an address with an account and one without, to the byte", async () => {
    const ada = await signUp(api, "brand");
    const answers = await Promise.all(
      [ada.email, `nobody-${ada.email}`].map(async (email) => {
        const answer = await new Browser(api, "brand").post("/api/auth/request-password-reset", { email });
        return { status: answer.status, body: await answer.text(), cookies: answer.headers.getSetCookie() };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual({ status: 200, body: "{}", cookies: [] });
  });

  it("R13: takes no more than a link and a password, and names what is wrong", async () => {
    const browser = new Browser(api, "brand");
    const short = await browser.post("/api/auth/reset-password", { token: "x", password: "short" });
    expect(await short.json()).toMatchObject({ failure: { code: "input.invalid", field: "password" } });
    const more = { token: "x", password: "long enough it is", email: "eve@example.com" };
    expect((await browser.post("/api/auth/reset-password", more)).status).toBe(400);
    const unknown = await browser.post("/api/auth/reset-password", { token: "x", password: more.password });
    expect(unknown.status).toBe(404);
  });
});

describe("R16: limits", () => {
  it("R16: are shared by all processes, say when to come again, and leave reading alone", async () => {
    const ada = await signUp(api, "brand");
    const elsewhere = new Browser(second, "brand", ada.cookie);
    const rename = (browser: Browser, name: string) =>
      browser.post("/api/trpc/person.changeName", { json: { ...command(), name } });
    const answers: Response[] = [];
    for (let change = 0; change < changesAtOnce + 6; change += 1) {
      answers.push(await rename(change % 2 === 0 ? ada : elsewhere, `Ada ${change}`));
    }
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(changesAtOnce);
    const [first] = refused;
    expect(Number(first?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(await first?.text()).toContain("request.too_many");
    for (const browser of [ada, elsewhere]) expect(await browser.trpc.session.me.query()).toBeDefined();
  });

  it("R16: that cannot be counted close what changes something and the ways in, and leave reading open", async () => {
    const { browser, email } = await signUpOwner(api, "brand");
    const rename = "alter function app.take_token(text, int, int) rename to";
    await withAdmin(api.database.url, (client) => client.query(`${rename} take_no_token`));
    try {
      expect(await browser.trpc.home.brand.query()).toBeDefined();
      expect(await browser.trpc.security.get.query()).toBeDefined();
      const invite = { ...command(), email: "x@example.com", title: "Boxes", terms };
      expect(await refusalOf(browser.trpc.partnerships.invite.mutate(invite))).toMatchObject({
        httpStatus: 503,
        failure: { code: "limiter.away" },
      });
      const stranger = new Browser(api, "brand");
      for (const [path, body] of [
        ["sign-in/email", { email, password }],
        ["sign-up/email", { name: "Eve", email: `${randomUUID()}@example.com`, password }],
        ["sign-in/second-factor", { challenge: "x", code: "000000" }],
        ["request-password-reset", { email }],
        ["reset-password", { token: "x", password }],
        ["verify-email", { token: "x" }],
      ] as const) {
        const answer = await stranger.post(`/api/auth/${path}`, body);
        expect(await answer.json(), path).toMatchObject({ failure: { code: "limiter.away" } });
        expect(answer.status).toBe(503);
      }
      expect(stranger.cookie).toBeUndefined();
    } finally {
      const back = "alter function app.take_no_token(text, int, int) rename to take_token";
      await withAdmin(api.database.url, (client) => client.query(back));
    }
    expect(await browser.trpc.organizations.create.mutate(organization())).toBeDefined();
  });

  it("R13 R16: of sign-in are answered 429, with the seconds to wait, for the right password too", async () => {
    const ada = await signUp(api, "brand");
    await withAdmin(api.database.url, (client) =>
      client.query("select app.take_token($1, 10, 60000) from generate_series(1, 10)", [
        `password:${ada.email}`,
      ]),
    );
    const answer = await new Browser(second, "brand").post("/api/auth/sign-in/email", {
      email: ada.email,
      password,
    });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(30);
    expect(await answer.json()).toMatchObject({ failure: { code: "request.too_many" } });
  });
});
