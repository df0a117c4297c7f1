/** An endpoint has ten seconds to accept a webhook. */
const timeoutMs = 10_000;

export interface SendResult {
  status: number | null;
  error: string | null;
  /** How long the answer took, in real milliseconds. */
  ms: number;
}

/** Posts one webhook. A redirect is a failure, as at Stripe; so is no answer in time. */
export async function sendWebhook(
  url: string,
  payload: string,
  signature: string,
  broken: AbortSignal,
): Promise<SendResult> {
  const started = performance.now();
  const spent = () => Math.round(performance.now() - started);
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signature,
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body: payload,
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), broken]),
    });
    await answer.arrayBuffer();
    return { status: answer.status, error: null, ms: spent() };
  } catch (error) {
    return { status: null, error: reasonOf(error), ms: spent() };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
