import { describeIssue } from "@evenshare/application";
import type { Failure } from "@evenshare/domain";
import type { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";
import { isDatabaseAway } from "../server/database-away";
import { FailureError } from "./failure";

/**
 * What a client is told about an error: the refusal's own code where it was expected, otherwise nothing but the
 * request id. Messages of unexpected errors never leave the server.
 */
export function describeError(error: TRPCError, requestId: string | null) {
  const failure = failureOf(error);
  const told = failure?.code === "database.away" ? new FailureError(failure) : error;
  return {
    code: TRPC_ERROR_CODES_BY_KEY[told.code],
    message: failure?.code ?? told.code,
    data: { code: told.code, httpStatus: getHTTPStatusCodeFromError(told), failure, requestId },
  };
}

/** Whether nobody planned for this error, so that it must be written down. */
export function isUnexpected(error: TRPCError): boolean {
  return error.code === "INTERNAL_SERVER_ERROR" && failureOf(error) === null;
}

function failureOf(error: TRPCError): Failure | null {
  if (error instanceof FailureError) return error.failure;
  if (isDatabaseAway(error)) return { code: "database.away" };
  if (error.code === "BAD_REQUEST" && error.cause instanceof ZodError) return describeIssue(error.cause);
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") return { code: "input.unreadable" };
  return null;
}
