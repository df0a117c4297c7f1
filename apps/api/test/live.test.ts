import { withAdmin } from "@evenshare/database/testing";
import type { views } from "@evenshare/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf, signUp, signUpOwner, startApi, type TestApi } from "./api";
import { type CuttableLine, cuttableLine } from "./proxy";
import { type OpenStream, openStream } from "./stream";

let api: TestApi;
let line: CuttableLine;

beforeAll(async () => {
  api = await startApi({}, async (url) => {
    line = await cuttableLine(url);
    return line.url;
  });
});
afterAll(async () => {
  await api.close();
  await line.close();
});

/** What the database does when a transaction commits. */
function announce(
  organizations: readonly string[],
  event: views.LiveEvent,
  end: "commit" | "rollback" = "commit",
) {
  return withAdmin(api.database.url, async (client) => {
    await client.query("begin");
    await client.query("select pg_notify('evenshare_live', $1)", [
      JSON.stringify({ organizations, ...event }),
    ]);
    await client.query(end);
  });
}

async function streamsOpen(): Promise<number> {
  const health = (await (await fetch(`${api.urlOf("brand")}/health`)).json()) as { liveStreams: number };
  return health.liveStreams;
}

const milestone = (digit: number): views.LiveEvent => ({
  topic: "milestone",
  id: `00000000-0000-4000-8000-00000000000${digit}`,
});

/** Everything a stream says up to and including `last`. */
async function until(stream: OpenStream, last: views.LiveEvent): Promise<views.LiveEvent[]> {
  const seen: views.LiveEvent[] = [];
  for (;;) {
    const hint = await stream.next();
    seen.push(hint);
    if (hint.topic === last.topic && hint.id === last.id) return seen;
  }
}

describe("the live stream", () => {
  it("tells both parties of a commit, each in their portal, and nobody of a rollback", async () => {
    const brand = await signUpOwner(api, "brand");
    const producer = await signUpOwner(api, "producer");
    const streams = [await openStream(brand.browser), await openStream(producer.browser)];
    const parties = [brand.organizationId, producer.organizationId];
    await announce(parties, milestone(1), "rollback");
    await announce(parties, milestone(2));
    for (const stream of streams) {
      expect(await until(stream, milestone(2))).not.toContainEqual(milestone(1));
      stream.close();
    }
  });

  it("F2: never tells of another organization's subjects", async () => {
    const [mine, other] = [await signUpOwner(api, "brand"), await signUpOwner(api, "brand")];
    const stream = await openStream(mine.browser);
    await announce([other.organizationId], milestone(3));
    await announce([mine.organizationId], milestone(4));
    expect(await until(stream, milestone(4))).not.toContainEqual(milestone(3));
    stream.close();
  });

  it("is for members only", async () => {
    const stranger = await signUp(api, "brand");
    expect(await (await stranger.fetch("/api/trpc/live.events")).text()).toContain("organization.missing");
    const anonymous = await fetch(`${api.urlOf("brand")}/api/trpc/live.events`);
    expect(await anonymous.text()).toContain("session.missing");
  });

  it("is forgotten when the browser goes", async () => {
    const before = await streamsOpen();
    const stream = await openStream((await signUpOwner(api, "brand")).browser);
    expect(await streamsOpen()).toBe(before + 1);
    stream.close();
    await expect.poll(streamsOpen).toBe(before);
  });
});

describe("while PostgreSQL is gone", () => {
  it("requests are told so with their id, streams stay open, and everything recovers by itself", async () => {
    const { browser, organizationId } = await signUpOwner(api, "brand");
    const stream = await openStream(browser);
    await browser.trpc.session.me.query();

    line.cut();
    const away = {
      code: "SERVICE_UNAVAILABLE",
      httpStatus: 503,
      failure: { code: "database.away" },
      requestId: expect.any(String),
    };
    expect(await refusalOf(browser.trpc.session.me.query())).toEqual(away);
    expect(await refusalOf(browser.trpc.session.me.query())).toEqual(away);
    const signIn = await browser.post("/api/auth/sign-in/email", {
      email: "ada@example.com",
      password: "some password",
    });
    expect(signIn.status).toBe(503);
    expect(await signIn.json()).toEqual({
      code: "SERVICE_UNAVAILABLE",
      failure: away.failure,
      requestId: expect.any(String),
    });
    const file = await browser.fetch("/api/files/00000000-0000-4000-8000-000000000001");
    expect(file.status).toBe(503);
    expect((await fetch(`${api.urlOf("brand")}/health/ready`)).status).toBe(503);
    expect(await (await fetch(`${api.urlOf("brand")}/health`)).json()).toMatchObject({
      status: "failing",
      database: false,
    });

    line.restore();
    expect(await browser.trpc.session.me.query()).toMatchObject({
      active: { organization: { id: organizationId } },
    });
    expect((await fetch(`${api.urlOf("brand")}/health/ready`)).status).toBe(200);
    const refreshed = await until(stream, { topic: "held_funds", id: null });
    expect(refreshed).toContainEqual({ topic: "milestone", id: null });
    await announce([organizationId], milestone(5));
    expect(await until(stream, milestone(5))).toContainEqual(milestone(5));
    stream.close();
  });
});
