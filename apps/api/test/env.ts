import { z } from "zod";

const variables = z.object({
  /** How many requests each tenant makes; the long form of the isolation test sets it. */
  ISOLATION_REQUESTS: z.coerce.number().int().min(1).default(10),
});

export const testEnvironment = variables.parse(process.env);

/** Where child processes find their programs. */
export const programPath = process.env["PATH"] ?? "";
