import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "./judge";
import type { ErrorAnswer, Symptom } from "./symptom";

function answered(part: Partial<ErrorAnswer>): Symptom {
  const plain = {
    status: 400,
    type: "invalid_request_error",
    code: null,
    message: "No.",
    retryAfterMs: null,
  };
  return { kind: "error", answer: { ...plain, replayed: false, ...part } };
}

const cases: { what: string; symptom: Symptom; write: object; read: object }[] = [
  {
    what: "nothing was sent",
    symptom: { kind: "not_sent", detail: "ECONNREFUSED" },
    write: { kind: "later" },
    read: { kind: "later" },
  },
  {
    what: "the answer was lost",
    symptom: { kind: "no_answer", detail: "ECONNRESET" },
    write: { kind: "unknown" },
    read: { kind: "later" },
  },
  {
    what: "the answer makes no sense",
    symptom: { kind: "nonsense", detail: "id" },
    write: { kind: "unknown" },
    read: { kind: "later" },
  },
  {
    what: "a rate limit",
    symptom: answered({ status: 429, code: "rate_limit", retryAfterMs: 7_000 }),
    write: { kind: "later", retryAfterMs: 7_000 },
    read: { kind: "later", retryAfterMs: 7_000 },
  },
  {
    what: "the key is in use",
    symptom: answered({ status: 409, type: "idempotency_error", code: "idempotency_key_in_use" }),
    write: { kind: "later" },
    read: { kind: "later" },
  },
  {
    what: "the key was used with other parameters",
    symptom: answered({ status: 400, type: "idempotency_error" }),
    write: { kind: "refused", code: "idempotency_error" },
    read: { kind: "refused", code: "idempotency_error" },
  },
  {
    what: "the balance does not suffice",
    symptom: answered({ code: "balance_insufficient" }),
    write: { kind: "later", keySpent: true },
    read: { kind: "later" },
  },
  {
    what: "a bad parameter",
    symptom: answered({ code: "parameter_invalid_integer" }),
    write: { kind: "refused", code: "parameter_invalid_integer", reason: "No." },
    read: { kind: "refused" },
  },
  {
    what: "a declined card",
    symptom: answered({ status: 402, type: "card_error", code: "card_declined" }),
    write: { kind: "refused", code: "card_declined" },
    read: { kind: "refused" },
  },
  {
    what: "an object that does not exist",
    symptom: answered({ status: 404, code: "resource_missing" }),
    write: { kind: "refused", code: "resource_missing" },
    read: { kind: "refused", code: "resource_missing" },
  },
  {
    what: "an account that is closed or not ours",
    symptom: answered({ status: 403, code: "account_invalid" }),
    write: { kind: "refused", code: "account_invalid" },
    read: { kind: "refused", code: "account_invalid" },
  },
  {
    what: "a key without the right",
    symptom: answered({ status: 403 }),
    write: { kind: "later", reason: expect.stringMatching(/^Configuration error/) },
    read: { kind: "later" },
  },
  {
    what: "a key that is not accepted",
    symptom: answered({ status: 401 }),
    write: { kind: "later", reason: expect.stringMatching(/^Configuration error/) },
    read: { kind: "later" },
  },
  {
    what: "a failure of Stripe's",
    symptom: answered({ status: 500, type: "api_error" }),
    write: { kind: "unknown" },
    read: { kind: "later" },
  },
  {
    what: "a failure of Stripe's, repeated from its store",
    symptom: answered({ status: 500, type: "api_error", replayed: true }),
    write: { kind: "unknown", keySpent: true },
    read: { kind: "later" },
  },
];

describe("what an outcome means", () => {
  it.each(cases)("$what", ({ symptom, write, read }) => {
    expect(judge(symptom, "write")).toMatchObject(write);
    expect(judge(symptom, "read")).toMatchObject(read);
  });

  it("F91 C23: a status outside the known ones never lets a write pass for not done", () => {
    const known = new Set([400, 401, 402, 403, 404, 409, 429]);
    const status = fc.integer({ min: 100, max: 599 }).filter((candidate) => !known.has(candidate));
    fc.assert(
      fc.property(status, fc.string(), (given, type) => {
        expect(judge(answered({ status: given, type }), "write").kind).toBe("unknown");
        expect(judge(answered({ status: given, type }), "read").kind).toBe("later");
      }),
    );
  });

  it("a 400 of a kind we do not know is not taken for a refusal", () => {
    expect(judge(answered({ type: "api_error" }), "write").kind).toBe("unknown");
  });
});
