import type { AnyProcedure } from "@trpc/server";
import { z } from "zod";
import type { Access } from "../../src/trpc/init";
import { appRouter } from "../../src/trpc/router";
import type { ProcedureType } from "./call";

export interface ListedProcedure {
  readonly path: string;
  readonly type: ProcedureType;
  /** Undefined when the procedure was built without saying who may call it. */
  readonly access: Access | undefined;
  /** What it takes and gives; null where it was built without saying. */
  readonly inputs: readonly z.core.$ZodType[];
  readonly output: z.core.$ZodType | null;
}

const declared = z.object({
  access: z.custom<Access>((value) => typeof value === "object" && value !== null),
});

const schema = z.custom<z.core.$ZodType>((value) => value instanceof z.ZodType);
const shapes = z.object({ inputs: z.array(schema), output: schema.optional() });

/** Every procedure that the router answers, under the path clients use. */
export function listProcedures(): ListedProcedure[] {
  const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;
  return Object.entries(procedures).map(([path, procedure]) => {
    if (!isProcedure(procedure)) throw new Error(`${path} is no procedure`);
    const { type, meta } = procedure._def;
    const { inputs, output } = shapes.parse(procedure._def);
    return { path, type, access: declared.safeParse(meta).data?.access, inputs, output: output ?? null };
  });
}

function isProcedure(value: unknown): value is AnyProcedure {
  return typeof value === "function" && "_def" in value;
}
