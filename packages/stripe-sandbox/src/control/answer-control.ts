import { z } from "zod";
import type { ApiAnswer, ApiRequest } from "../http/api-types";
import { controlKeyOf } from "../http/authenticate";
import { matchPattern } from "../http/route";
import { StripeError } from "../http/stripe-error";
import type { Sandbox } from "../sandbox";
import { accountControls } from "./account-controls";
import { clockControls } from "./clock-controls";
import type { Control } from "./control";
import { eventControls } from "./event-controls";
import { faultControls } from "./fault-controls";
import { paymentControls } from "./payment-controls";
import { stateControls } from "./state-controls";

const controls: Control[] = [
  ...stateControls,
  ...clockControls,
  ...faultControls,
  ...accountControls,
  ...paymentControls,
  ...eventControls,
];

/** Answers a request to the control plane under `/_sandbox/`, in JSON. */
export async function answerControl(sandbox: Sandbox, request: ApiRequest): Promise<ApiAnswer> {
  try {
    const platform = sandbox.platform(controlKeyOf(request.header("authorization")));
    const path = request.path.slice("/_sandbox".length);
    for (const control of controls) {
      const parts = control.method === request.method ? matchPattern(control.pattern, path) : null;
      if (parts === null) continue;
      const body: unknown = request.body === "" ? {} : JSON.parse(request.body);
      const result = await control.run({ sandbox, platform, body, part: (name) => parts.get(name) ?? "" });
      return json(200, result);
    }
    return json(404, { error: `The control plane has no ${request.method} ${request.path}.` });
  } catch (error) {
    return json(...failureOf(error));
  }
}

function failureOf(error: unknown): [status: number, body: unknown] {
  if (error instanceof z.ZodError) return [400, { error: z.prettifyError(error) }];
  if (error instanceof SyntaxError) return [400, { error: "The body is not JSON." }];
  if (error instanceof RangeError) return [400, { error: error.message }];
  if (error instanceof StripeError) return [error.status, { error: error.body.message }];
  throw error;
}

function json(status: number, value: unknown): ApiAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value, null, 2) };
}
