import type { PassFaultPoint, ProviderOutcome } from "@evenshare/application";
import { type Effect, judge } from "./judge";
import { recogniseSymptom } from "./symptom";

/**
 * Makes one attempt that leaves something behind at the provider: `call` asks, checks the answer, and throws when it is
 * not to be believed. Passes `before_provider_call` right before it and `provider_done_reply_lost` once an answer is
 * there that nobody has seen yet.
 */
export async function attemptWrite<T>(
  passFaultPoint: PassFaultPoint,
  call: () => Promise<T>,
): Promise<ProviderOutcome<T>> {
  await passFaultPoint("before_provider_call");
  const outcome = await attempt(call, "write");
  await passFaultPoint("provider_done_reply_lost");
  return outcome;
}

/** Makes one attempt that may be repeated at will. */
export function attemptRead<T>(call: () => Promise<T>): Promise<ProviderOutcome<T>> {
  return attempt(call, "read");
}

async function attempt<T>(call: () => Promise<T>, effect: Effect): Promise<ProviderOutcome<T>> {
  try {
    return { kind: "done", value: await call() };
  } catch (thrown) {
    return judge(recogniseSymptom(thrown), effect);
  }
}
