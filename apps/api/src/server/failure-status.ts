import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

/** How a refusal is told in each protocol. */
export interface FailureStatus {
  readonly trpc: TRPC_ERROR_CODE_KEY;
  readonly http: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500 | 502 | 503;
}

const badRequest = { trpc: "BAD_REQUEST", http: 400 } as const;
const notFound = { trpc: "NOT_FOUND", http: 404 } as const;
const forbidden = { trpc: "FORBIDDEN", http: 403 } as const;
const conflict = { trpc: "CONFLICT", http: 409 } as const;
const unavailable = { trpc: "SERVICE_UNAVAILABLE", http: 503 } as const;

/**
 * The one table from failure codes to protocols. A whole code is looked up first, then its last part
 * (`milestone.not_found` → `not_found`). A code that is listed in neither way is a refusal because of the state
 * things are in, and that is a conflict.
 */
const byCode: Readonly<Record<string, FailureStatus>> = {
  "input.invalid": badRequest,
  "input.unreadable": badRequest,
  "amount.not_in_steps": badRequest,
  "amount.below_minimum": badRequest,
  "amount.rest_below_minimum": badRequest,
  "credentials.invalid": { trpc: "UNAUTHORIZED", http: 401 },
  "session.missing": { trpc: "UNAUTHORIZED", http: 401 },
  "organization.missing": forbidden,
  "permission.denied": forbidden,
  "origin.foreign": forbidden,
  "approval.own_request": forbidden,
  "approval.not_yours": forbidden,
  "remainder.own_offer": forbidden,
  "remainder.not_yours": forbidden,
  "session.reauthentication_required": forbidden,
  "account.email_unverified": forbidden,
  "password.wrong": forbidden,
  "second_factor.code_invalid": forbidden,
  "second_factor.code_needed": forbidden,
  "link.invalid": notFound,
  "request.too_many": { trpc: "TOO_MANY_REQUESTS", http: 429 },
  "limiter.away": unavailable,
  "handover.invalid": notFound,
  "mail_link.invalid": notFound,
  "invitation.for_another": forbidden,
  "logo.too_large": { trpc: "PAYLOAD_TOO_LARGE", http: 413 },
  "logo.not_a_picture": { trpc: "UNSUPPORTED_MEDIA_TYPE", http: 415 },
  "logo.empty": badRequest,
  "file.too_large": { trpc: "PAYLOAD_TOO_LARGE", http: 413 },
  "body.too_large": { trpc: "PAYLOAD_TOO_LARGE", http: 413 },
  "file.type_refused": { trpc: "UNSUPPORTED_MEDIA_TYPE", http: 415 },
  "file.type_mismatch": { trpc: "UNSUPPORTED_MEDIA_TYPE", http: 415 },
  "file.missing": badRequest,
  "file.incomplete": badRequest,
  "webhook.signature_invalid": badRequest,
  "webhook.stale": badRequest,
  "webhook.unreadable": badRequest,
  "database.away": unavailable,
  "payment.unavailable": { trpc: "BAD_GATEWAY", http: 502 },
  "server.failed": { trpc: "INTERNAL_SERVER_ERROR", http: 500 },
};

const byLastPart: Readonly<Record<string, FailureStatus>> = {
  not_found: notFound,
  forbidden,
  invalid: badRequest,
};

/** The status under which a failure code leaves the server. */
export function statusOfFailure(code: string): FailureStatus {
  return byCode[code] ?? byLastPart[code.slice(code.lastIndexOf(".") + 1)] ?? conflict;
}
