import type { Fault, JsonFile, JsonPath } from "@evenshare/domain";
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";

/** A JSON file with the line of each of its parts, and where it is no JSON. */
export interface JsonReading {
  readonly file: JsonFile;
  readonly faults: readonly Fault[];
}

/** Reads JSON as the standard has it: no comments, no commas at the end, no key twice in one object. */
export function readJson(name: string, text: string): JsonReading {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const lines = lineStarts(text);
  const lineAt = (offset: number) => lines.findLastIndex((start) => start <= offset) + 1;
  const faults = errors.map(({ error, offset }) => ({
    file: name,
    line: lineAt(offset),
    field: "file",
    what: `is no JSON: ${printParseErrorCode(error)}`,
  }));
  if (root === undefined) return { file: { name, value: undefined, lineOf: () => 1 }, faults };
  const repeated = repeatedKeys(root).map((key) => ({
    file: name,
    line: lineAt(key.offset),
    field: String(key.value),
    what: "is a repeated key",
  }));
  const lineOf = (path: JsonPath) => lineAt(findNodeAtLocation(root, [...path])?.offset ?? root.offset);
  return { file: { name, value: getNodeValue(root), lineOf }, faults: [...faults, ...repeated] };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function repeatedKeys(node: Node): Node[] {
  const children = node.children ?? [];
  const keys =
    node.type === "object" ? children.flatMap((property) => property.children?.slice(0, 1) ?? []) : [];
  const repeated = keys.filter((key, index) =>
    keys.some((other, at) => at < index && other.value === key.value),
  );
  return [...repeated, ...children.flatMap(repeatedKeys)];
}
