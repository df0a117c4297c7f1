import { z } from "zod";

const schema = z.object({ DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }) });

export type Environment = z.infer<typeof schema>;

/** @throws Error that names the variable when it is missing or no PostgreSQL address. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new Error("DATABASE_URL is missing or no PostgreSQL address, such as postgres://user@host:5432/name");
}
