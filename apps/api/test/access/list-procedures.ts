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
}

const declared = z.object({
  access: z.custom<Access>((value) => typeof value === "object" && value !== null),
});

/** Every procedure that the router answers, under the path clients use. */
export function listProcedures(): ListedProcedure[] {
  const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;
  return Object.entries(procedures).map(([path, procedure]) => {
    if (!isProcedure(procedure)) throw new Error(`${path} is no procedure`);
    const { type, meta } = procedure._def;
    return { path, type, access: declared.safeParse(meta).data?.access };
  });
}

function isProcedure(value: unknown): value is AnyProcedure {
  return typeof value === "function" && "_def" in value;
}
