import { describe, expect, it } from "vitest";
import { readFailure, readRestFailure } from "./failure";

describe("readFailure", () => {
  it("takes the refusal's own code, field and details, and knows that nothing was done", () => {
    const failure = {
      code: "milestone.amount_changed",
      field: "expectedHeld",
      details: { actual: "150", list: ["a"] },
    };
    expect(readFailure({ data: { code: "CONFLICT", httpStatus: 409, failure, requestId: "r1" } })).toEqual({
      ...failure,
      requestId: "r1",
      definitive: true,
    });
  });

  it("leaves open what was done when the server itself failed, even with a planned answer", () => {
    const away = {
      code: "SERVICE_UNAVAILABLE",
      httpStatus: 503,
      failure: { code: "database.away" },
      requestId: "r2",
    };
    expect(readFailure({ data: away })).toMatchObject({ code: "database.away", definitive: false });
    const broken = { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, failure: null, requestId: "r3" };
    expect(readFailure({ data: broken })).toMatchObject({
      code: "server.unexpected",
      definitive: false,
      requestId: "r3",
    });
  });

  it("calls a missing answer by its name", () => {
    expect(readFailure(new TypeError("Failed to fetch"))).toMatchObject({
      code: "network.unreachable",
      definitive: false,
    });
  });

  it("names a refusal without a failure after its status", () => {
    const data = { code: "NOT_FOUND", httpStatus: 404, failure: null, requestId: null };
    expect(readFailure({ data })).toMatchObject({ code: "subject.not_found", definitive: true });
  });
});

describe("readRestFailure", () => {
  it("reads the same members from a plain route", () => {
    const body = { code: "PAYLOAD_TOO_LARGE", failure: { code: "file.too_large" }, requestId: "r4" };
    expect(readRestFailure(413, body)).toMatchObject({
      code: "file.too_large",
      definitive: true,
      requestId: "r4",
    });
  });

  it("goes by the status alone when something in between answered", () => {
    expect(readRestFailure(502, null)).toMatchObject({ code: "server.unexpected", definitive: false });
    expect(readRestFailure(413, "<html>")).toMatchObject({ code: "request.too_large", definitive: true });
  });
});
