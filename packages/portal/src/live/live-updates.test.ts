import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { applyLiveMessage } from "./live-updates";
import { concerns } from "./queries-of-topic";

const keyOf = (path: string, input?: object) => [path.split("."), { input, type: "query" }];

describe("concerns", () => {
  it("asks again for the milestone an event names, and leaves others alone", () => {
    const event = { topic: "milestone", id: "m1" } as const;
    expect(concerns(event, keyOf("milestones.get", { id: "m1" }))).toBe(true);
    expect(concerns(event, keyOf("milestones.quoteRelease", { id: "m1", amount: 1n }))).toBe(true);
    expect(concerns(event, keyOf("milestones.get", { id: "m2" }))).toBe(false);
    expect(concerns(event, keyOf("milestones.list", {}))).toBe(true);
    expect(concerns(event, keyOf("heldFunds.get"))).toBe(true);
    expect(concerns(event, keyOf("account.get"))).toBe(false);
  });

  it("reads the session, and with it the time, again when the clock is moved", () => {
    expect(concerns({ topic: "clock", id: null }, keyOf("session.me"))).toBe(true);
    expect(concerns({ topic: "clock", id: null }, keyOf("milestones.get", { id: "m1" }))).toBe(true);
  });
});

describe("applyLiveMessage", () => {
  function filled() {
    const queries = new QueryClient();
    const key = keyOf("milestones.get", { id: "m1" });
    queries.setQueryData(key, { title: "of the old session" });
    const state = () => queries.getQueryState(key);
    return { queries, state };
  }

  it("keeps what is shown while it reads again after an interruption", () => {
    const { queries, state } = filled();
    applyLiveMessage(queries, { kind: "resync" }, "anna:one");
    expect(state()).toMatchObject({ isInvalidated: true, data: { title: "of the old session" } });
  });

  it("forgets everything when the session is another one", () => {
    const { queries, state } = filled();
    applyLiveMessage(queries, { kind: "session", sessionKey: "anna:two" }, "anna:one");
    expect(state()?.data).toBeUndefined();
  });

  it("keeps what is written when the same person signs in again", () => {
    const { queries, state } = filled();
    applyLiveMessage(queries, { kind: "session", sessionKey: "anna:one" }, "anna:one");
    expect(state()?.data).toEqual({ title: "of the old session" });
  });
});
