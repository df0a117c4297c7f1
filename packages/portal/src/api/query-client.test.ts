import { describe, expect, it } from "vitest";
import { hashQueryKey } from "./hash-query-key";
import { createQueryClient } from "./query-client";

const unauthorized = {
  data: { code: "UNAUTHORIZED", httpStatus: 401, failure: { code: "session.missing" }, requestId: "r" },
};

describe("hashQueryKey", () => {
  const key = (input: unknown) => hashQueryKey([["milestones", "quoteRelease"], { input, type: "query" }]);

  it("takes amounts and tells them from texts and from each other", () => {
    expect(key({ amount: 1n })).toBe(key({ amount: 1n }));
    expect(
      new Set([key({ amount: 1n }), key({ amount: 2n }), key({ amount: "1" }), key({ amount: 1 })]).size,
    ).toBe(4);
  });

  it("does not mind the order of members", () => {
    expect(key({ id: "m", amount: 1n })).toBe(key({ amount: 1n, id: "m" }));
  });
});

describe("createQueryClient", () => {
  const refuse = () => Promise.reject(unauthorized);

  it("asks about the session again when another question finds it missing, but not when that question does", async () => {
    let asked = 0;
    const queries = createQueryClient(() => {
      asked += 1;
    });
    await queries.prefetchQuery({ queryKey: [["session", "me"], { type: "query" }], queryFn: refuse });
    expect(asked).toBe(0);
    await queries.prefetchQuery({ queryKey: [["heldFunds", "get"], { type: "query" }], queryFn: refuse });
    expect(asked).toBe(1);
  });

  it("does not repeat what was refused", async () => {
    let calls = 0;
    const queries = createQueryClient(() => undefined);
    await queries.prefetchQuery({
      queryKey: [["milestones", "get"]],
      queryFn: () => {
        calls += 1;
        return refuse();
      },
    });
    expect(calls).toBe(1);
  });
});
