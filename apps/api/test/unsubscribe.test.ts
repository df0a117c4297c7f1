import { createHmac, randomUUID } from "node:crypto";
import { withAdmin } from "@evenshare/database/testing";
import { views } from "@evenshare/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, signUpOwner, startApi, type TestApi } from "./api";

let api: TestApi;
let owner: Browser;
let token: string;

beforeAll(async () => {
  api = await startApi();
  const signedUp = await signUpOwner(api, "producer");
  owner = signedUp.browser;
  const { user } = await owner.trpc.session.me.query();
  const key = await withAdmin(api.database.url, (client) =>
    client.query<{ key: string }>("select app.mail_link_key() as key"),
  );
  const { organizationId } = signedUp;
  const signature = createHmac("sha256", key.rows[0]?.key ?? "")
    .update(`mail-choices\n${user.id}\n${organizationId}`)
    .digest("base64url");
  token = `${user.id}.${organizationId}.${signature}`;
});
afterAll(() => api.close());

const address = (path = "", worth = token) =>
  `${api.urlOf("producer")}/api/unsubscribe${path}?token=${encodeURIComponent(worth)}`;
/** As a mail provider posts it: from no page, without cookies, as a form (RFC 8058). */
const oneClick = (worth = token) =>
  fetch(address("", worth), {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
const mailByGroup = (choices: readonly views.NoticeChoice[]) =>
  Object.fromEntries(choices.map(({ group, mail }) => [group, mail]));
const settings = async () => mailByGroup((await owner.trpc.notices.preferences.query()).choices);

describe("the link in a mail", () => {
  it("C39: opened by a program that checks mails it changes nothing, and leads a person to the page", async () => {
    const answer = await fetch(address(), { redirect: "manual" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/mail-choices?token=${encodeURIComponent(token)}`);
    expect(Object.values(await settings()).every((mail) => mail)).toBe(true);
  });

  it("C39: one click by a mail reader switches mails about work off, and the settings say the same", async () => {
    expect((await oneClick()).status).toBe(200);
    expect((await oneClick()).status).toBe(200);
    const off = {
      partnership: false,
      milestone: false,
      review: false,
      money: true,
      payout: true,
      organization: true,
    };
    expect(await settings()).toEqual(off);
    const shown = views.mailChoices.parse(await (await fetch(address("/choices"))).json());
    expect(mailByGroup(shown.choices)).toEqual(off);
  });

  it("C39: its page switches single groups back on, from a page of the portal only", async () => {
    const answer = await new Browser(api, "producer").post(
      `/api/unsubscribe/choices?token=${encodeURIComponent(token)}`,
      { mail: { review: true } },
    );
    expect(answer.status).toBe(200);
    expect(await settings()).toMatchObject({ review: true, milestone: false });
    const foreign = await fetch(address("/choices"), {
      method: "POST",
      headers: { origin: "https://elsewhere.example", "content-type": "application/json" },
      body: JSON.stringify({ mail: { review: false } }),
    });
    expect(foreign.status).toBe(403);
    expect(await settings()).toMatchObject({ review: true });
  });

  it.each([
    ["nothing", "{}", "mail"],
    ["what is no JSON", "x", ""],
    ["a group that there is not", JSON.stringify({ mail: { weather: true } }), "mail"],
    ["what is no choice", JSON.stringify({ mail: { review: "yes" } }), "mail.review"],
  ])("refuses %s and names the field", async (_what, body, field) => {
    const answer = await new Browser(api, "producer").fetch(
      `/api/unsubscribe/choices?token=${encodeURIComponent(token)}`,
      { method: "POST", headers: { "content-type": "application/json" }, body },
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ failure: { code: "input.invalid", field } });
  });

  it("F123: does not switch mail about money off", async () => {
    const answer = await new Browser(api, "producer").post(
      `/api/unsubscribe/choices?token=${encodeURIComponent(token)}`,
      { mail: { payout: false } },
    );
    expect(answer.status).toBe(409);
    expect(await settings()).toMatchObject({ payout: true });
  });

  it("R11: changed in any way it is worth nothing, and says nothing of anybody", async () => {
    const [user, organization, signature] = token.split(".");
    const stranger = await signUpOwner(api, "producer", "Other");
    const forged = [
      "",
      `${token}0`,
      `${randomUUID()}.${organization}.${signature}`,
      `${user}.${stranger.organizationId}.${signature}`,
    ];
    for (const worth of forged) {
      for (const ask of [() => fetch(address("/choices", worth)), () => oneClick(worth)]) {
        const answer = await ask();
        expect(answer.status, worth).toBe(404);
        expect(await answer.text()).toContain("mail_link.invalid");
      }
    }
  });
});
