import { describeIssue } from "@evenshare/application";
import type { Failure } from "@evenshare/domain";
import type { Context } from "hono";
import type { z } from "zod";
import { statusOfFailure } from "./failure-status";
import type { ApiEnv } from "./request-facts";
import { secondsUntilAgain } from "./retry-after";

/** A refusal thrown from a plain route; the error handler tells it. */
export class RestFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = "RestFailure";
    this.failure = failure;
  }
}

/** The body of every refusal outside tRPC; the same members as `data` of a tRPC error. */
export function failWith(c: Context<ApiEnv>, failure: Failure): Response {
  const { trpc, http } = statusOfFailure(failure.code);
  // The rest of a body that is too much is not read, so nothing else may follow it on this connection.
  if (http === 413 || http === 415) c.header("connection", "close");
  const wait = secondsUntilAgain(failure);
  if (wait !== null) c.header("retry-after", wait);
  return c.json({ code: trpc, failure, requestId: c.get("facts")?.requestId ?? null }, http);
}

/** The value as the schema understands it, or the refusal that names the first thing wrong. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new RestFailure(describeIssue(parsed.error));
}
