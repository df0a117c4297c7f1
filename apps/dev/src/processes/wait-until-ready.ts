const PAUSE_MS = 50;

/** Asks an address until it answers without a failure of its own; rejects when `signal` is aborted first. */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if (await answers(url, signal)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) });
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}
