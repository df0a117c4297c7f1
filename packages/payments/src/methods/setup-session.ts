import type { ProviderOutcome, SetupRequest, SetupSession } from "@evenshare/application";
import type Stripe from "stripe";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { idempotencyKey } from "../keys/idempotency-key";
import { operationMetadata } from "../keys/metadata";
import { attemptRead, attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";
import { describeMethod, wireMethodDetails } from "./method-details";

const wireMethod = wireMethodDetails.extend({
  object: z.literal("payment_method"),
  id: z.string().startsWith("pm_"),
  card: z
    .object({
      brand: z.string().nullish(),
      last4: z.string().nullish(),
      exp_month: z.int().nullish(),
      exp_year: z.int().nullish(),
    })
    .nullish(),
});

const wireSetup = z.object({
  object: z.literal("checkout.session"),
  id: z.string().startsWith("cs_"),
  mode: z.literal("setup"),
  status: z.enum(["open", "complete", "expired"]),
  url: z.url().nullish(),
  client_reference_id: z.string().nullish(),
  setup_intent: z
    .union([z.string(), z.object({ payment_method: z.union([z.string(), wireMethod]).nullish() })])
    .nullish(),
});

type WireSetup = z.infer<typeof wireSetup>;

/** Opens a hosted page on which the brand saves a card or a US bank account, to be charged later without it. */
export function createSetup(rail: Rail, request: SetupRequest): Promise<ProviderOutcome<SetupSession>> {
  const { operation, customerId } = request;
  const metadata = operationMetadata(operation, {});
  const params: Stripe.Checkout.SessionCreateParams = {
    mode: "setup",
    customer: customerId,
    allowed_payment_method_types: ["card", "us_bank_account"],
    client_reference_id: operation.id,
    metadata,
    setup_intent_data: { metadata },
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
  };
  const key = idempotencyKey("setup", operation);
  return attemptWrite(rail.passFaultPoint, async () => {
    const session = readSetupSession(
      checkAnswer(wireSetup, await rail.stripe.checkout.sessions.create(params, { idempotencyKey: key })),
    );
    expectEqual("client reference", session.setupId, operation.id);
    return session;
  });
}

/** Reads a setup page with what was saved on it. */
export function readSetup({ stripe }: Rail, sessionId: string): Promise<ProviderOutcome<SetupSession>> {
  return attemptRead(async () => {
    const expand = ["setup_intent.payment_method"];
    const session = checkAnswer(wireSetup, await stripe.checkout.sessions.retrieve(sessionId, { expand }));
    expectEqual("id", session.id, sessionId);
    return readSetupSession(session);
  });
}

function readSetupSession(session: WireSetup): SetupSession {
  const { setup_intent: intent } = session;
  const method = typeof intent === "object" && intent !== null ? intent.payment_method : null;
  return {
    sessionId: session.id,
    setupId: session.client_reference_id ?? null,
    url: session.url ?? "",
    status: session.status,
    method: typeof method === "object" && method !== null ? savedMethod(method) : null,
  };
}

function savedMethod(method: z.infer<typeof wireMethod>): SetupSession["method"] {
  const shown = describeMethod(method);
  if (shown === null) return null;
  const { exp_month: expMonth, exp_year: expYear } = method.card ?? {};
  return { ...shown, methodId: method.id, expMonth: expMonth ?? null, expYear: expYear ?? null };
}
