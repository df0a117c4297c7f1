import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activeId, Browser, password, refusalOf, signUp, signUpOwner, startApi, type TestApi } from "./api";

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const organization = () => ({
  commandKey: randomUUID(),
  name: "Gasthaus Group",
  country: "AT",
  timeZone: "Europe/Vienna",
});

describe("the session over HTTP", () => {
  it("signs up, is known, signs out and is nobody", async () => {
    const ada = await signUp(api, "brand");
    expect(await ada.trpc.session.me.query()).toMatchObject({
      user: { email: ada.email },
      portal: "brand",
      active: null,
    });
    expect((await ada.fetch("/api/auth/sign-out", { method: "POST" })).status).toBe(200);
    expect(await refusalOf(ada.trpc.session.me.query())).toMatchObject({
      code: "UNAUTHORIZED",
      httpStatus: 401,
      failure: { code: "session.missing" },
    });
  });

  it("R15: hands out a cookie for this portal alone, and a new one at every sign-in", async () => {
    const ada = await signUp(api, "brand");
    const first = ada.cookie ?? "";
    const answer = await ada.post("/api/auth/sign-in/email", { email: ada.email, password });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-evenshare-brand=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(await answer.json()).toEqual({ user: expect.objectContaining({ email: ada.email }) });
    expect(ada.cookie).not.toBe(first);
    const old = new Browser(api, "brand", first);
    expect((await refusalOf(old.trpc.session.me.query())).failure?.code).toBe("session.missing");
    const stolen = new Browser(
      api,
      "producer",
      (ada.cookie ?? "").replace("evenshare-brand", "evenshare-producer"),
    );
    expect((await refusalOf(stolen.trpc.session.me.query())).failure?.code).toBe("session.missing");
    expect(await ada.trpc.session.me.query()).toMatchObject({ user: { email: ada.email } });
  });

  it("refuses a wrong password and an unknown address with one answer", async () => {
    const ada = await signUp(api, "brand");
    const tries = [ada.email, "nobody@example.com"].map(async (email) => {
      const answer = await new Browser(api, "brand").post("/api/auth/sign-in/email", {
        email,
        password: "wrong password",
      });
      const { requestId, ...body } = (await answer.json()) as Record<string, unknown>;
      expect(requestId).toEqual(expect.any(String));
      return { status: answer.status, body, cookies: answer.headers.getSetCookie() };
    });
    const [wrong, unknown] = await Promise.all(tries);
    expect(wrong).toEqual({
      status: 401,
      body: { code: "UNAUTHORIZED", failure: { code: "credentials.invalid" } },
      cookies: [],
    });
    expect(unknown).toEqual(wrong);
  });

  it("names what is wrong with a sign-up, and takes nothing it was not asked for", async () => {
    const browser = new Browser(api, "brand");
    const good = { name: "Ada", email: "ada@example.com", password };
    const bad = [
      [{ ...good, name: " " }, "name"],
      [{ ...good, email: "ada" }, "email"],
      [{ ...good, password: "short" }, "password"],
      [{ ...good, emailVerified: true }, ""],
    ] as const;
    for (const [body, field] of bad) {
      const answer = await browser.post("/api/auth/sign-up/email", body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ failure: { code: "input.invalid", field } });
    }
    const unreadable = await browser.fetch("/api/auth/sign-up/email", { method: "POST", body: "{" });
    expect(await unreadable.json()).toMatchObject({ failure: { code: "input.unreadable" } });
  });

  it("serves none of the sign-in library's other endpoints", async () => {
    const ada = await signUp(api, "brand");
    for (const path of [
      "get-session",
      "list-sessions",
      "organization/create",
      "update-user",
      "change-password",
      "ok",
    ]) {
      for (const method of ["GET", "POST"]) {
        expect((await ada.fetch(`/api/auth/${path}`, { method })).status).toBe(404);
      }
    }
  });

  it("F1: shows a portal only its own kind of organization, says where the others are, and takes the person there", async () => {
    const ada = await signUp(api, "brand");
    const brand = await ada.trpc.organizations.create.mutate(organization());
    expect(brand).toMatchObject({
      active: { organization: { kind: "brand" }, role: "owner" },
      elsewhere: [],
    });

    const { url } = await ada.trpc.session.beginHandover.mutate({});
    const target = new URL(url);
    expect(target.origin + target.pathname).toBe("http://producer.test/handover");
    const token = target.searchParams.get("token") ?? "";
    const there = new Browser(api, "producer");
    const arrived = await there.trpc.session.acceptHandover.mutate({ token });
    expect(arrived).toMatchObject({
      user: { email: ada.email },
      portal: "producer",
      active: null,
      organizations: [],
    });
    expect(arrived.elsewhere.map(({ name }) => name)).toEqual(["Gasthaus Group"]);
    expect(there.cookie).toMatch(/^__Host-evenshare-producer=/);
    expect(
      await refusalOf(new Browser(api, "producer").trpc.session.acceptHandover.mutate({ token })),
    ).toMatchObject({
      httpStatus: 404,
      failure: { code: "handover.invalid" },
    });

    const farm = await there.trpc.organizations.create.mutate({ ...organization(), name: "Wiesen Farm" });
    expect(farm.active?.organization).toMatchObject({ kind: "producer", name: "Wiesen Farm" });
    const back = await ada.trpc.session.me.query();
    expect(back.organizations.map(({ organization: { name } }) => name)).toEqual(["Gasthaus Group"]);
    expect(back.elsewhere.map(({ name }) => name)).toEqual(["Wiesen Farm"]);
    expect(
      await refusalOf(ada.trpc.session.switchOrganization.mutate({ organizationId: activeId(farm) })),
    ).toMatchObject({
      httpStatus: 404,
      failure: { code: "organization.not_found" },
    });
  });

  it("F1: switches between organizations without signing in again", async () => {
    const { browser, organizationId } = await signUpOwner(api, "brand");
    const second = activeId(await browser.trpc.organizations.create.mutate(organization()));
    expect(activeId(await browser.trpc.session.me.query())).toBe(second);
    await browser.trpc.session.switchOrganization.mutate({ organizationId });
    expect(activeId(await browser.trpc.session.me.query())).toBe(organizationId);
  });

  it("R15: refuses whatever changes something and does not come from a page of this portal", async () => {
    const ada = await signUp(api, "brand");
    const mutation = { json: organization(), meta: {} };
    for (const origin of [
      "http://producer.test",
      "http://evil.test",
      "null",
      "http://brand.test.evil.test",
      "",
    ]) {
      const answer = await ada.post("/api/trpc/organizations.create", mutation, { origin });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ failure: { code: "origin.foreign" } });
      expect((await ada.fetch("/api/auth/sign-out", { method: "POST", headers: { origin } })).status).toBe(
        403,
      );
    }
    expect((await ada.trpc.session.me.query()).organizations).toEqual([]);
    expect((await ada.post("/api/trpc/organizations.create", mutation)).status).toBe(200);
  });

  it("does not carry out a command that comes as a question", async () => {
    const ada = await signUp(api, "brand");
    const input = encodeURIComponent(JSON.stringify({ json: organization() }));
    expect((await ada.fetch(`/api/trpc/organizations.create?input=${input}`)).status).toBe(405);
    expect((await ada.trpc.session.me.query()).organizations).toEqual([]);
  });
});
