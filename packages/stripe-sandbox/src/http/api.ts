import { settleState } from "../clock/settle";
import { apiVersion, type Context } from "../context";
import type { Engine } from "../engine";
import { claimFault } from "../faults/api-faults";
import type { Platform } from "../platform";
import type { FaultRow } from "../state/tables";
import type { ApiAnswer, ApiRequest } from "./api-types";
import { disfigure, refuseByFault } from "./apply-fault";
import { actingAccount, secretKeyOf } from "./authenticate";
import { decodeForm, type FormObject } from "./form";
import { findReplay, fingerprintOf, storeAnswer } from "./idempotency";
import { internalError } from "./internal-error";
import { findRoute, type PathParts, type Route } from "./route";
import { StripeError } from "./stripe-error";

interface Call {
  platform: Platform;
  account: string;
  requestId: string;
  request: ApiRequest;
  params: FormObject;
  /** The place of the idempotency key, and what the request looks like; null without a key. */
  slot: string | null;
  fingerprint: string;
}

/** Answers one request to `/v1/…` as Stripe would, faults included. Never throws. */
export async function answerApi(sandbox: Engine, routes: Route[], request: ApiRequest): Promise<ApiAnswer> {
  let requestId = "req_unauthenticated";
  try {
    const platform = sandbox.platform(secretKeyOf(request.header("authorization")));
    platform.requests += 1;
    requestId = `req_${String(platform.requests).padStart(14, "0")}`;
    const account = actingAccount(platform, request.header("stripe-account"));
    return await answerCall(sandbox, routes, readCall({ platform, account, requestId, request }));
  } catch (error) {
    return toAnswer(request, requestId, errorBody(error), statusOf(error));
  }
}

function readCall(head: Pick<Call, "platform" | "account" | "requestId" | "request">): Call {
  const { request } = head;
  if (request.header("content-type")?.includes("json")) {
    const message =
      "Invalid request (check that your POST content type is application/x-www-form-urlencoded).";
    throw new StripeError(400, { type: "invalid_request_error", message }, { refusedAtTheDoor: true });
  }
  const params = decodeForm([request.query, request.body].filter((part) => part !== "").join("&"));
  const key = request.method === "GET" ? null : request.header("idempotency-key");
  if (key !== null && key.length > 255) {
    const message = "Idempotency keys are at most 255 characters long.";
    throw new StripeError(400, { type: "idempotency_error", message }, { refusedAtTheDoor: true });
  }
  const fingerprint = fingerprintOf(request.method, request.path, params);
  return { ...head, params, slot: key === null ? null : `${head.account}/${key}`, fingerprint };
}

async function answerCall(sandbox: Engine, routes: Route[], call: Call): Promise<ApiAnswer> {
  const { platform, request, slot } = call;
  const fault = claimFault(platform, request.method, request.path);
  const replay = slot === null ? null : findReplay(platform, slot, call.fingerprint, sandbox.now());
  const refused = fault === null ? null : refuseByFault(fault);
  if (refused !== null) {
    if (refused.stored && replay === null) remember(sandbox, call, refused.error);
    throw refused.error;
  }
  if (replay !== null) {
    const answer = toAnswer(request, call.requestId, replay.body, replay.status);
    const headers = {
      ...answer.headers,
      "idempotent-replayed": "true",
      "original-request": replay.requestId,
    };
    return disfigure({ ...answer, headers }, fault);
  }
  if (slot !== null) platform.running.add(slot);
  try {
    if (fault?.kind === "stall") await pause(fault.ms);
    const answer = execute(sandbox, routes, call, fault);
    await sandbox.dispatcher.deliverBeforeAnswer(platform);
    return answer;
  } finally {
    if (slot !== null) platform.running.delete(slot);
  }
}

function execute(sandbox: Engine, routes: Route[], call: Call, fault: FaultRow | null): ApiAnswer {
  const { platform, request } = call;
  settleState(sandbox, platform, sandbox.now());
  const found = findRoute(routes, request.method, request.path);
  if (found === null) throw unknownUrl(request);
  try {
    const done = platform.store.transact(() => runRoute(sandbox, call, found, fault));
    return disfigure(toAnswer(request, call.requestId, done.body, done.status), fault);
  } catch (error) {
    remember(sandbox, call, error);
    throw error;
  }
}

/** Inside the transaction: the effect and the stored answer stand or fall together. */
function runRoute(
  sandbox: Engine,
  call: Call,
  found: { route: Route; path: PathParts },
  fault: FaultRow | null,
): { status: number; body: string } {
  const key = call.request.header("idempotency-key");
  const ctx = sandbox.context(call.platform, {
    account: call.account,
    request: { id: call.requestId, idempotencyKey: key },
  });
  const done = outcomeOf(ctx, call, found);
  if (call.request.method === "GET") return done;
  ctx.store.put("counters", "requests", { value: call.platform.requests });
  const stored = fault?.kind === "executed_then_500" ? { status: 500, body: internalError } : done;
  if (call.slot !== null)
    storeAnswer(ctx, call.slot, { ...stored, fingerprint: call.fingerprint, requestId: call.requestId });
  return done;
}

function outcomeOf(
  ctx: Context,
  call: Call,
  found: { route: Route; path: PathParts },
): { status: number; body: string } {
  try {
    return { status: 200, body: toJson(found.route.run(ctx, call.params, found.path)) };
  } catch (error) {
    // A declined payment is an error that has changed something, and stays.
    if (error instanceof StripeError && error.keepsEffects)
      return { status: error.status, body: errorBody(error) };
    throw error;
  }
}

/** Stores a failure under the idempotency key, unless the endpoint never began. */
function remember(sandbox: Engine, call: Call, error: unknown): void {
  const { platform, slot } = call;
  const atTheDoor = error instanceof StripeError && error.refusedAtTheDoor;
  if (slot === null || atTheDoor) return;
  const row = {
    status: statusOf(error),
    body: errorBody(error),
    fingerprint: call.fingerprint,
    requestId: call.requestId,
  };
  platform.store.transact(() => storeAnswer(sandbox.context(platform), slot, row));
}

function unknownUrl(request: ApiRequest): StripeError {
  const message = `Unrecognized request URL (${request.method}: ${request.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
  return new StripeError(404, { type: "invalid_request_error", message }, { refusedAtTheDoor: true });
}

function statusOf(error: unknown): number {
  return error instanceof StripeError ? error.status : 500;
}

function errorBody(error: unknown): string {
  if (error instanceof StripeError) return toJson({ error: error.body });
  process.stderr.write(
    `stripe-sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return toJson({ error: { type: "api_error", message: "The sandbox has failed; its log says why." } });
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function toAnswer(request: ApiRequest, requestId: string, body: string, status: number): ApiAnswer {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "request-id": requestId,
    "stripe-version": request.header("stripe-version") ?? apiVersion,
  };
  const account = request.header("stripe-account");
  const key = request.header("idempotency-key");
  if (account !== null) headers["stripe-account"] = account;
  if (key !== null) headers["idempotency-key"] = key;
  return { status, headers, body };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
