import Stripe from "stripe";
import { z } from "zod";
import { TransportError } from "../client/transport-error";

/** An answer that says "error", taken apart. */
export interface ErrorAnswer {
  readonly status: number;
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
  /** What the answer's `Retry-After` asks for. */
  readonly retryAfterMs: number | null;
  /** Stripe gave its stored answer to this key again instead of carrying anything out. */
  readonly replayed: boolean;
}

/** What went wrong with a call, before anyone decides what it means. */
export type Symptom =
  | { readonly kind: "not_sent"; readonly detail: string }
  | { readonly kind: "no_answer"; readonly detail: string }
  | { readonly kind: "nonsense"; readonly detail: string }
  | { readonly kind: "error"; readonly answer: ErrorAnswer };

const retryAfterSeconds = z.coerce.number().int().nonnegative().max(3_600);

/** Reads what the SDK threw. Whatever is not recognised counts as nonsense: the call may have been carried out. */
export function recogniseSymptom(thrown: unknown): Symptom {
  if (thrown instanceof Stripe.errors.StripeConnectionError) return recogniseLostConnection(thrown);
  if (thrown instanceof Stripe.errors.StripeError && thrown.statusCode !== undefined) {
    return { kind: "error", answer: readError(thrown, thrown.statusCode) };
  }
  return { kind: "nonsense", detail: thrown instanceof Error ? thrown.message : "no error object" };
}

function recogniseLostConnection(thrown: Stripe.errors.StripeConnectionError): Symptom {
  const { detail } = thrown;
  if (!(detail instanceof TransportError)) return { kind: "no_answer", detail: thrown.message };
  return { kind: detail.sent ? "no_answer" : "not_sent", detail: detail.message };
}

function readError(thrown: Stripe.errors.StripeError, status: number): ErrorAnswer {
  const wait = retryAfterSeconds.safeParse(thrown.headers?.["retry-after"]);
  return {
    status,
    type: thrown.rawType ?? "",
    code: thrown.code ?? null,
    message: thrown.message,
    retryAfterMs: wait.success ? wait.data * 1_000 : null,
    replayed: thrown.headers?.["idempotent-replayed"] === "true",
  };
}
