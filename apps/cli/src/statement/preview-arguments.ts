import { parseArgs } from "node:util";

/** What `evenshare statement preview` was asked for. */
export interface PreviewArguments {
  readonly terms: string;
  readonly events: readonly string[];
  readonly period: string;
  readonly through: string | undefined;
  readonly format: "json" | "table";
}

/** An argument that is missing or makes no sense. */
export interface ArgumentFault {
  readonly field: string;
  readonly what: string;
}

/** Reads the arguments, or tells everything that is wrong with them. */
export function readPreviewArguments(args: readonly string[]): PreviewArguments | readonly ArgumentFault[] {
  const parsed = parse(args);
  if ("field" in parsed) return [parsed];
  const faults: ArgumentFault[] = [];
  const { events = [], through } = parsed;
  const terms = one("terms", parsed.terms, faults);
  const period = one("period", parsed.period, faults);
  const format = parsed.format ?? "json";
  if (events.length === 0) faults.push({ field: "events", what: "is missing" });
  if (format !== "json" && format !== "table")
    faults.push({ field: "format", what: `${JSON.stringify(format)} is neither json nor table` });
  if (faults.length > 0 || terms === undefined || period === undefined) return faults;
  return { terms, events, period, through, format: format === "table" ? "table" : "json" };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        terms: { type: "string" },
        events: { type: "string", multiple: true },
        period: { type: "string" },
        through: { type: "string" },
        format: { type: "string" },
      },
    }).values;
  } catch (error) {
    return {
      field: "arguments",
      what: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
    };
  }
}

function one(field: string, value: string | undefined, faults: ArgumentFault[]): string | undefined {
  if (value === undefined) faults.push({ field, what: "is missing" });
  return value;
}
