import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { answerHold } from "@evenshare/application";
import { type OpenHold, openDatabase } from "@evenshare/database";
import { decimalAmount, type HoldAnswer } from "@evenshare/domain";
import { systemClock } from "@evenshare/runtime";
import { readEnvironment } from "./env";
import { whoIsThis } from "./who-is-this";

const usage = 'write it as: evenshare holds answer <id> --uphold|--release --reason "…"';

/** `evenshare holds`: every hold that has not ended, oldest first. Exit code 0. */
export async function listHolds(): Promise<number> {
  const database = openDatabase({ url: readEnvironment().DATABASE_URL });
  try {
    const holds = await database.listOpenHolds();
    const lines = holds.length === 0 ? ["Nothing is on hold."] : holds.flatMap(describeHold);
    process.stdout.write(`${lines.join("\n")}\n`);
    return 0;
  } finally {
    await database.close();
  }
}

/**
 * `evenshare holds answer <id> --uphold|--release --reason "…"`: exit code 0 when it was answered, 1 when that was
 * refused, 2 when the arguments make no sense; nothing was answered then.
 */
export async function answerOne(args: readonly string[]): Promise<number> {
  const wanted = readAnswer(args);
  if (wanted === null) return refuse(usage, 2);
  const database = openDatabase({ url: readEnvironment().DATABASE_URL });
  try {
    const deps = {
      database,
      clock: systemClock,
      newId: randomUUID,
      passFaultPoint: () => Promise.resolve(),
    };
    const answered = await answerHold(deps, wanted, whoIsThis());
    if (!answered.ok) return refuse(reasonOf(answered.failure.code), 1);
    process.stdout.write(
      `Hold ${wanted.holdId} was ${wanted.answer}. Both sides are told, with your reason.\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

function readAnswer(args: readonly string[]): { holdId: string; answer: HoldAnswer; reason: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        uphold: { type: "boolean", default: false },
        release: { type: "boolean", default: false },
        reason: { type: "string", default: "" },
      },
      allowPositionals: true,
    });
    const [holdId, ...rest] = positionals;
    const { uphold, release, reason } = values;
    if (holdId === undefined || rest.length > 0 || uphold === release || reason.trim() === "") return null;
    return { holdId, answer: uphold ? "upheld" : "released", reason };
  } catch {
    return null;
  }
}

const reasons: Readonly<Record<string, string>> = {
  "hold.not_found": "no such hold stands; evenshare holds lists those that do",
  "hold.not_appealed": "nobody has objected to it: it stands anyway. End it with --release",
  "hold.answered_before": "the objection was answered before. End the hold with --release",
  "input.invalid": usage,
};

function reasonOf(code: string): string {
  return reasons[code] ?? code;
}

function refuse(reason: string, code: number): number {
  process.stderr.write(`evenshare holds answer: nothing was answered: ${reason}\n`);
  return code;
}

function describeHold(hold: OpenHold): string[] {
  return [
    `${hold.id}  ${decimalAmount(hold.amount, hold.currency)} ${hold.currency}  ${hold.reason}`,
    `       ${hold.milestoneTitle}: ${hold.brandName} and ${hold.producerName}`,
    `       placed ${hold.placedAt.toISOString()} by ${hold.ownerName}: ${hold.words}`,
    `       next date ${hold.nextAt.toISOString()}`,
    ...(hold.appealNote === null
      ? []
      : [`       objection of ${hold.appealedAt?.toISOString()}: ${hold.appealNote}`]),
    ...(hold.answer === null
      ? hold.appealNote === null
        ? []
        : ["       waits for an answer"]
      : [`       ${hold.answer}: ${hold.answerReason}`]),
  ];
}
