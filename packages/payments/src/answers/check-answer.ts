import type { z } from "zod";

/**
 * Holds an answer against the shape it must have. The SDK resolves with whatever has no `error` member, so nothing it
 * returns is believed before this.
 *
 * @throws Error naming the first thing wrong with it.
 */
export function checkAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    issue === undefined ? "unreadable" : `${issue.path.join(".") || "answer"}: ${issue.message}`,
  );
}
