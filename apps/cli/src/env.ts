import { serverVariables } from "@evenshare/runtime";
import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The platform's fee on new agreements while the operator has set none, in basis points. */
  PLATFORM_FEE_BP: serverVariables.shape.PLATFORM_FEE_BP,
});

export type Environment = z.infer<typeof schema>;

/** @throws Error that names the variable when it is missing or no PostgreSQL address. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  if (parsed.error.issues.some(({ path }) => path[0] === "PLATFORM_FEE_BP")) {
    throw new Error("PLATFORM_FEE_BP is no whole number of basis points up to 2000");
  }
  throw new Error("DATABASE_URL is missing or no PostgreSQL address, such as postgres://user@host:5432/name");
}
