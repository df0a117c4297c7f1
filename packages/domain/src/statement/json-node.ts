import { type DecimalProblem, readDecimal } from "../money/decimal-text";
import type { Fault } from "./fault";

export type JsonPath = readonly (string | number)[];

/** A JSON file that was read, and on which line each of its parts stands. */
export interface JsonFile {
  readonly name: string;
  readonly value: unknown;
  lineOf(path: JsonPath): number;
}

/**
 * One value of a JSON file with the way to it. Reading a value as what it should be tells a fault when it is not, and
 * answers undefined, so that one pass finds every fault.
 */
export class JsonNode {
  readonly value: unknown;
  readonly #file: JsonFile;
  readonly #path: JsonPath;
  readonly #faults: Fault[];

  constructor(file: JsonFile, faults: Fault[], path: JsonPath = [], value: unknown = file.value) {
    this.#file = file;
    this.#faults = faults;
    this.#path = path;
    this.value = value;
  }

  fault(what: string, key?: string): undefined {
    const path = key === undefined ? this.#path : [...this.#path, key];
    this.#faults.push({
      file: this.#file.name,
      line: this.#file.lineOf(this.#path),
      field: describePath(path),
      what,
    });
    return undefined;
  }

  /** The members of an object. Every required key must be there, and no key that is neither required nor optional. */
  members(
    required: readonly string[],
    optional: readonly string[] = [],
  ): ReadonlyMap<string, JsonNode> | undefined {
    const members = this.entries();
    if (members === undefined) return undefined;
    for (const [key, member] of members)
      if (!required.includes(key) && !optional.includes(key)) member.fault("is an unknown key");
    for (const key of required) if (!members.has(key)) this.fault("is missing", key);
    return members;
  }

  /** The members of an object whose keys are free. */
  entries(): ReadonlyMap<string, JsonNode> | undefined {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return this.fault("is not an object");
    return new Map(Object.entries(value).map(([key, member]) => [key, this.#child(key, member)]));
  }

  list(): readonly JsonNode[] | undefined {
    if (!Array.isArray(this.value)) return this.fault("is not a list");
    return this.value.map((element: unknown, index) => this.#child(index, element));
  }

  text(): string | undefined {
    if (typeof this.value !== "string") return this.fault("is not a text");
    return this.value === "" ? this.fault("is empty") : this.value;
  }

  oneOf<const T extends string>(choices: readonly T[]): T | undefined {
    const choice = choices.find((known) => known === this.value);
    return choice ?? this.fault(`is not one of ${choices.join(", ")}`);
  }

  /** A rate: a whole number of basis points from 0 to 10,000. */
  basisPoints(): bigint | undefined {
    const { value } = this;
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10_000)
      return BigInt(value);
    return this.fault("is not a whole number of basis points from 0 to 10000");
  }

  /** An amount as decimal text, in minor units; without the currency's digits only its form is checked. */
  amount(digits: number | undefined, allowed = { negative: false }): bigint | undefined {
    if (typeof this.value !== "string")
      return this.fault('is not a decimal amount in quotes, such as "12.50"');
    const read = readDecimal(this.value, digits ?? Number.POSITIVE_INFINITY, allowed);
    if (read.ok) return digits === undefined ? undefined : read.amount;
    const problems: Readonly<Record<DecimalProblem, string>> = {
      not_decimal: "is not a decimal amount",
      negative: "may not be negative",
      too_many_digits: `has more than ${digits} decimals`,
    };
    return this.fault(problems[read.problem]);
  }

  #child(key: string | number, value: unknown): JsonNode {
    return new JsonNode(this.#file, this.#faults, [...this.#path, key], value);
  }
}

/** @example describePath(["share", "tiers", 1, "upTo"]) // "share.tiers[1].upTo" */
export function describePath(path: JsonPath): string {
  const text = path.reduce<string>((way, key) => {
    if (typeof key === "number") return `${way}[${key}]`;
    return way === "" ? key : `${way}.${key}`;
  }, "");
  return text === "" ? "file" : text;
}
