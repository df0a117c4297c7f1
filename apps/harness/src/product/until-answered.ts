import { TRPCClientError } from "@trpc/client";
import { z } from "zod";
import { pause } from "../wait";

const answered = z.object({
  httpStatus: z.number(),
  failure: z.object({ code: z.string() }).nullable(),
});

/** The code of a refusal, or null when the server did not answer: no connection, cut off, or a fault of its own (5xx). */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = answered.safeParse(error.data);
  if (!data.success || data.data.httpStatus >= 500) return null;
  return data.data.failure?.code ?? `http.${data.data.httpStatus}`;
}

/**
 * What a portal does when an answer stays away: the same request again, under the same command key.
 * A refusal is an answer and is thrown.
 */
export async function untilAnswered<T>(
  call: () => Promise<T>,
  { patienceMs = 180_000 }: { patienceMs?: number } = {},
): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (refusalOf(error) !== null || performance.now() > end) throw error;
      await pause(100);
    }
  }
}
