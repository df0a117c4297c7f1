import type { FaultRow } from "../state/tables";
import type { ApiAnswer } from "./api-types";
import { internalError } from "./internal-error";
import { StripeError } from "./stripe-error";

/** Faults that turn a request away before it does anything; `stored` means the key will replay the failure. */
export function refuseByFault(fault: FaultRow): { error: StripeError; stored: boolean } | null {
  switch (fault.kind) {
    case "429":
      return {
        error: refusal(429, "Too many requests hit the API too quickly.", "rate_limit"),
        stored: false,
      };
    case "409":
      return {
        error: refusal(
          409,
          "This object cannot be accessed right now because another API request is accessing it.",
          "lock_timeout",
        ),
        stored: false,
      };
    case "500":
      return { error: refusal(500, "An unknown error occurred."), stored: true };
    case "502":
    case "503":
      return { error: refusal(Number(fault.kind), "Stripe is not reachable at the moment."), stored: false };
    default:
      return null;
  }
}

/** Faults that spoil the answer of a request that was executed. */
export function disfigure(answer: ApiAnswer, fault: FaultRow | null): ApiAnswer {
  switch (fault?.kind) {
    case "executed_then_drop":
      return { ...answer, cut: "dropped" };
    case "truncated":
      return { ...answer, cut: "truncated" };
    case "executed_then_500":
      return { ...answer, status: 500, body: internalError };
    case "nonsense":
      return { ...answer, status: 200, body: JSON.stringify({ greeting: "hello", numbers: [1, 2, 3] }) };
    default:
      return answer;
  }
}

function refusal(status: number, message: string, code?: string): StripeError {
  const type = status === 429 || status === 409 ? "invalid_request_error" : "api_error";
  return new StripeError(status, { type, message, ...(code === undefined ? {} : { code }) });
}
