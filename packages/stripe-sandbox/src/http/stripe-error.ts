/** The `error` member of a Stripe answer. */
export interface StripeErrorBody {
  type: "invalid_request_error" | "card_error" | "idempotency_error" | "api_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
  setup_intent?: unknown;
  request_log_url?: string;
  doc_url?: string;
}

interface Behaviour {
  /** The request changed something before it failed (a declined payment): keep the change. */
  keepsEffects?: boolean;
  /** The request was turned away before its endpoint began: the answer is not stored under the idempotency key. */
  refusedAtTheDoor?: boolean;
}

/** An answer in Stripe's error envelope; thrown by handlers. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  readonly keepsEffects: boolean;
  readonly refusedAtTheDoor: boolean;

  constructor(status: number, body: StripeErrorBody, behaviour: Behaviour = {}) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.keepsEffects = behaviour.keepsEffects ?? false;
    this.refusedAtTheDoor = behaviour.refusedAtTheDoor ?? false;
  }
}

/** 400: the parameters are wrong, or the state does not allow the request. */
export function invalidRequest(
  message: string,
  details: { code?: string; param?: string } = {},
): StripeError {
  return new StripeError(400, { type: "invalid_request_error", message, ...details });
}

/** 400 before execution: the parameters could not be read at all. */
export function invalidParameter(message: string, code: string, param: string): StripeError {
  const body = { type: "invalid_request_error", message, code, param } as const;
  return new StripeError(400, body, { refusedAtTheDoor: true });
}

/** 404 for an id in the URL, 400 for one in a parameter. */
export function resourceMissing(noun: string, id: string, param: string, inUrl: boolean): StripeError {
  return new StripeError(inUrl ? 404 : 400, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${noun}: '${id}'`,
    param,
  });
}

export function unauthorized(message: string): StripeError {
  return new StripeError(401, { type: "invalid_request_error", message }, { refusedAtTheDoor: true });
}
