import type { ProviderOutcome } from "@evenshare/application";
import { type ErrorRule, errorRules, lostContactRetryMs, unforeseen, type Verdict } from "./rules";
import type { ErrorAnswer, Symptom } from "./symptom";

/** A `write` may leave something behind at the provider. A `read` leaves nothing: repeating it is always safe. */
export type Effect = "write" | "read";

/** Decides what a symptom means. A write that may have been carried out is `unknown`, never `later` and never `refused`. */
export function judge(symptom: Symptom, effect: Effect): ProviderOutcome<never> {
  switch (symptom.kind) {
    case "not_sent":
      return later(`Stripe cannot be reached (${symptom.detail})`, lostContactRetryMs);
    case "no_answer":
      return uncertain(`Stripe's answer was lost (${symptom.detail})`, effect, false);
    case "nonsense":
      return uncertain(`Stripe's answer made no sense (${symptom.detail})`, effect, false);
    case "error":
      return judgeError(symptom.answer, effect);
  }
}

function judgeError(answer: ErrorAnswer, effect: Effect): ProviderOutcome<never> {
  const verdict = findVerdict(answer);
  const said = answer.message === "" ? `HTTP ${answer.status}` : answer.message;
  switch (verdict.kind) {
    case "refused":
      return { kind: "refused", code: verdict.code ?? answer.code ?? answer.type, reason: said };
    case "later":
      return {
        ...later(`${verdict.words} (${said})`, answer.retryAfterMs ?? verdict.retryAfterMs),
        ...(verdict.keySpent === true ? { keySpent: true } : {}),
      };
    case "unknown":
      return uncertain(`${verdict.words} (${said})`, effect, answer.replayed);
  }
}

function findVerdict(answer: ErrorAnswer): Verdict {
  return errorRules.find((rule) => fits(rule, answer))?.verdict ?? unforeseen;
}

function fits(rule: ErrorRule, { status, type, code }: ErrorAnswer): boolean {
  if (
    rule.statuses === "5xx"
      ? status < 500 || status > 599
      : rule.statuses !== "any" && !rule.statuses.includes(status)
  ) {
    return false;
  }
  if (rule.types !== undefined && !rule.types.includes(type)) return false;
  return rule.codes === undefined || (code !== null && rule.codes.includes(code));
}

function uncertain(reason: string, effect: Effect, keySpent: boolean): ProviderOutcome<never> {
  if (effect === "read") return later(reason, lostContactRetryMs);
  return { kind: "unknown", reason, ...(keySpent ? { keySpent: true } : {}) };
}

function later(reason: string, retryAfterMs: number): ProviderOutcome<never> & { kind: "later" } {
  return { kind: "later", reason, retryAfterMs };
}
