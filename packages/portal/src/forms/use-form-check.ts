import type { FormProblem } from "@evenshare/ui";
import { useId, useState } from "react";
import type { z } from "zod";
import type { Failure } from "../api/failure";
import { describeFailure } from "../failures/describe-failure";

export interface FormCheck<Input> {
  /** Parses what was entered; undefined, with every problem shown at its field, when it is not acceptable. */
  readonly check: (entered: unknown) => Input | undefined;
  /** What is wrong with one field, as a sentence. */
  readonly errorOf: (field: string) => string | undefined;
  /** The id to give a field's control, so that the summary can lead to it. */
  readonly idOf: (field: string) => string;
  readonly problems: readonly FormProblem[];
}

export interface FormRules<Input> {
  /** The same rule the server applies. */
  readonly schema: z.ZodType<Input>;
  /** How sentences about a field begin: `{ title: "The title" }`. A path's first part is looked up too. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the server refused last, shown at its field where it names one of these. */
  readonly failure?: Failure | null;
}

/** Checks a form by its schema and keeps each problem with its field. */
export function useFormCheck<Input>({ schema, labels, failure = null }: FormRules<Input>): FormCheck<Input> {
  const id = useId();
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map());
  const all = new Map([...found, ...fromServer(failure, labels)]);
  const idOf = (field: string) => `${id}-${field.replaceAll(".", "-")}`;

  const check = (entered: unknown) => {
    const parsed = schema.safeParse(entered);
    setFound(parsed.success ? new Map() : problemsOf(parsed.error.issues, labels));
    return parsed.success ? parsed.data : undefined;
  };
  return {
    check,
    errorOf: (field) => all.get(field),
    idOf,
    problems: [...all].map(([field, message]) => ({ controlId: idOf(field), message })),
  };
}

/** Whether a failure is shown at a field of a form with these labels, so that no notice need repeat it. */
export function isAtField(failure: Failure | null, labels: Readonly<Record<string, string>>): boolean {
  return fromServer(failure, labels).length > 0;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The first problem of each field, as a sentence. */
function problemsOf(issues: readonly Issue[], labels: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, message } of issues) {
    const field = path.map(String).join(".");
    if (!found.has(field)) found.set(field, sentence(labelOf(field, labels) ?? "This", message));
  }
  return found;
}

function fromServer(failure: Failure | null, labels: Readonly<Record<string, string>>): [string, string][] {
  if (failure === null || failure.field === null) return [];
  const label = labelOf(failure.field, labels);
  if (label === undefined) return [];
  if (failure.code !== "input.invalid") {
    const { happened, todo } = describeFailure(failure, { format: String });
    return [[failure.field, `${happened} ${todo}`]];
  }
  const { reason } = failure.details;
  return [[failure.field, sentence(label, typeof reason === "string" ? reason : "is not accepted")]];
}

function labelOf(field: string, labels: Readonly<Record<string, string>>): string | undefined {
  const [first = ""] = field.split(".");
  return labels[field] ?? labels[first];
}

/**
 * Rules say "is missing" or "at least one criterion"; with a beginning that is a sentence. What the library says on its
 * own ("Invalid input: expected …") means that something required is not there or is no such thing.
 */
function sentence(label: string, reason: string): string {
  if (reason.startsWith("Invalid")) return `${label} is missing or not in the form it must have.`;
  const whole = /^at (least|most) /.test(reason)
    ? `Enter ${reason}`
    : /^[a-z]/.test(reason)
      ? `${label} ${reason}`
      : reason;
  return whole.endsWith(".") ? whole : `${whole}.`;
}
