import { z } from "zod";

const variables = z.object({
  DATABASE_URL: z.string().optional(),
  TEST_DATABASE_URL: z.string().optional(),
});

/** The variables that this package's own commands and tests read. */
export function readDatabaseEnv(): z.infer<typeof variables> {
  return variables.parse(process.env);
}
