import type { z } from "zod";
import type { Context } from "../context";
import { expandAnswer } from "./expand";
import type { FormObject } from "./form";
import { parseParams } from "./params";

export type Method = "GET" | "POST" | "DELETE";

/** The variable parts of a URL, by name. Asking for one the pattern lacks is a mistake of the sandbox. */
export type PathParts = (name: string) => string;

export interface Route {
  method: Method;
  pattern: string;
  run(ctx: Context, raw: FormObject, path: PathParts): unknown;
}

type Output<S extends z.ZodType<{ expand?: string[] | undefined }>> = z.output<S>;

/**
 * One endpoint: method, URL pattern (`/v1/transfers/:id`), the schema of its parameters, and what it does.
 * The handler runs inside a transaction and returns a wire object; `expand[]` is applied to what it returns.
 */
export function route<S extends z.ZodType<{ expand?: string[] | undefined }>>(
  method: Method,
  pattern: string,
  schema: S,
  handle: (ctx: Context, params: Output<S>, path: PathParts) => unknown,
): Route {
  return {
    method,
    pattern,
    run(ctx, raw, path) {
      const params = parseParams(schema, raw);
      return expandAnswer(ctx, handle(ctx, params, path), params.expand);
    },
  };
}

/** The route of a request, and the parts of its URL. */
export function findRoute(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; path: PathParts } | null {
  for (const candidate of routes) {
    if (candidate.method !== method) continue;
    const parts = matchPattern(candidate.pattern, path);
    if (parts !== null) return { route: candidate, path: (name) => partOf(parts, name) };
  }
  return null;
}

/** The variable parts of `path` if it has the shape of `pattern`. */
export function matchPattern(pattern: string, path: string): Map<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const parts = new Map<string, string>();
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? "";
    if (segment.startsWith(":")) {
      if (value === "") return null;
      parts.set(segment.slice(1), safeDecode(value));
    } else if (segment !== value) return null;
  }
  return parts;
}

function partOf(parts: Map<string, string>, name: string): string {
  const value = parts.get(name);
  if (value === undefined) throw new Error(`the pattern has no :${name}`);
  return value;
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
