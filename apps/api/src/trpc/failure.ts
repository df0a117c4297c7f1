import type { Failure } from "@evenshare/domain";
import { TRPCError } from "@trpc/server";
import { statusOfFailure } from "../server/failure-status";

/** An expected refusal on its way out of a procedure. The portals turn `failure.code` into a sentence. */
export class FailureError extends TRPCError {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super({ code: statusOfFailure(failure.code).trpc, message: failure.code });
    this.name = "FailureError";
    this.failure = failure;
  }
}
