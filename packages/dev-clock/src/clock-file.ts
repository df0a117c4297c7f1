import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type ClockState, systemTime } from "./clock-state";

/** Reads the clock file; a missing file is system time, a damaged one an error that names it. */
export function readClockFile(file: string): ClockState {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return systemTime;
    throw error;
  }
  return parseClockState(text, file);
}

/** Replaces the clock file in one step, so that a reader or a kill -9 never meets half a file. */
export function writeClockFile(file: string, state: ClockState): void {
  mkdirSync(dirname(file), { recursive: true });
  const scratch = `${file}.${process.pid}.tmp`;
  writeFileSync(scratch, `${JSON.stringify(state)}\n`);
  renameSync(scratch, file);
}

function parseClockState(text: string, file: string): ClockState {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${file} is not a clock file: it holds no JSON`);
  }
  if (typeof value !== "object" || value === null || !("offsetMs" in value) || !("frozenAt" in value)) {
    throw new Error(`${file} is not a clock file: offsetMs and frozenAt are expected`);
  }
  const { offsetMs, frozenAt } = value;
  const frozen = frozenAt === null || (typeof frozenAt === "string" && !Number.isNaN(Date.parse(frozenAt)));
  if (typeof offsetMs !== "number" || !Number.isSafeInteger(offsetMs) || !frozen) {
    throw new Error(
      `${file} is not a clock file: offsetMs must be whole milliseconds, frozenAt an instant or null`,
    );
  }
  return { offsetMs, frozenAt };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
