/** What an error answer means. `unknown` is meant for writes; a read is simply tried again. */
export type Verdict =
  /** `code` stands in where the answer's own code is missing or says less. */
  | { readonly kind: "refused"; readonly code?: string }
  | {
      readonly kind: "later";
      readonly retryAfterMs: number;
      readonly words: string;
      /** The answer is stored under the key: only another key can bring a different one. */
      readonly keySpent?: true;
    }
  | { readonly kind: "unknown"; readonly words: string };

export interface ErrorRule {
  readonly statuses: readonly number[] | "5xx" | "any";
  readonly types?: readonly string[];
  readonly codes?: readonly string[];
  readonly verdict: Verdict;
}

const second = 1_000;
const minute = 60 * second;

const slowDown: Verdict = { kind: "later", retryAfterMs: 2 * second, words: "Stripe asks us to slow down" };
const configuration: Verdict = {
  kind: "later",
  retryAfterMs: 5 * minute,
  words: "Configuration error, someone must act: Stripe does not accept our API key for this",
};

/** Error answers and what they mean; the first rule that fits decides. Sources: Stripe's "Errors" and "Idempotent requests". */
export const errorRules: readonly ErrorRule[] = [
  { statuses: [401], verdict: configuration },
  // The account is closed, or was never ours: about this payee, not about our key.
  { statuses: [403], codes: ["account_invalid"], verdict: { kind: "refused" } },
  { statuses: [403], verdict: configuration },
  { statuses: [429], verdict: slowDown },
  { statuses: [400], codes: ["rate_limit"], verdict: slowDown },
  // Another request under this key is being carried out; it will leave the answer for us.
  {
    statuses: [409],
    verdict: { kind: "later", retryAfterMs: second, words: "Stripe is still at work on the same operation" },
  },
  // Stripe never retries it, and keeps the answer under the key.
  {
    statuses: "any",
    codes: ["balance_insufficient"],
    verdict: {
      kind: "later",
      retryAfterMs: 10 * minute,
      words: "The balance at Stripe does not cover the amount yet",
      keySpent: true,
    },
  },
  // This key was used with other parameters: a mistake of ours, never a reason to try under a new key.
  { statuses: [400], types: ["idempotency_error"], verdict: { kind: "refused", code: "idempotency_error" } },
  { statuses: [400, 402, 404], types: ["invalid_request_error", "card_error"], verdict: { kind: "refused" } },
  { statuses: "5xx", verdict: { kind: "unknown", words: "Stripe failed while it was at work" } },
];

/** Error answers that no rule knows may hide anything. */
export const unforeseen: Verdict = { kind: "unknown", words: "Stripe gave an answer we do not know" };

/** How long to wait before looking or trying again when the answer itself does not say. */
export const lostContactRetryMs = 5 * second;
