import { describe, expect, it } from "vitest";
import { statusOfFailure } from "./failure-status";

describe("failure statuses", () => {
  it.each([
    ["milestone.not_found", 404],
    ["organization.not_found", 404],
    ["permission.denied", 403],
    ["session.missing", 401],
    ["input.invalid", 400],
    ["milestone.transition_forbidden", 409],
    ["milestone.amount_changed", 409],
    ["command.key_reused", 409],
    ["database.away", 503],
    ["webhook.stale", 400],
    ["request.too_many", 429],
    ["session.reauthentication_required", 403],
  ])("%s is told as %i", (code, http) => {
    expect(statusOfFailure(code).http).toBe(http);
  });
});
