import { z } from "zod";

/** A part of a schema and where it lies: `criteria[].text`. */
export interface SchemaPart {
  readonly path: string;
  readonly schema: z.core.$ZodType;
}

/** Every part of a schema, from the outside in, through wrappers, lists and choices. */
export function* walkSchema(schema: z.core.$ZodType, path = ""): Generator<SchemaPart> {
  yield { path, schema };
  for (const inner of partsInside(schema)) yield* walkSchema(inner.schema, path + inner.path);
}

function partsInside(schema: z.core.$ZodType): readonly SchemaPart[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).map(([name, inner]) => ({ path: `.${name}`, schema: inner }));
  if (schema instanceof z.ZodArray) return [{ path: "[]", schema: schema.element }];
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.map((option) => ({ path: "", schema: option }));
  if (schema instanceof z.ZodRecord) return [{ path: "{}", schema: schema.valueType }];
  if (schema instanceof z.ZodPipe)
    return [
      { path: "", schema: schema.in },
      { path: "", schema: schema.out },
    ];
  if (schema instanceof z.ZodIntersection)
    return [
      { path: "", schema: schema._zod.def.left },
      { path: "", schema: schema._zod.def.right },
    ];
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodPrefault
  )
    return [{ path: "", schema: schema._zod.def.innerType }];
  return [];
}

/** Whether an object refuses members that it does not name. */
export function isStrict(schema: z.core.$ZodType): boolean {
  return !(schema instanceof z.ZodObject) || schema._zod.def.catchall instanceof z.ZodNever;
}
