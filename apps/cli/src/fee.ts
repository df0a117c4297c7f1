import { parseArgs } from "node:util";
import { type Database, openDatabase, type PlatformFee } from "@evenshare/database";
import { checkPlatformFee, type FeeFromDay, feeInForce, highestFeeBp } from "@evenshare/domain";
import { systemClock } from "@evenshare/runtime";
import { z } from "zod";
import { readEnvironment } from "./env";
import { whoIsThis } from "./who-is-this";

const wholeNumber = z.string().regex(/^\d{1,4}$/);
const usage = "write it as: evenshare fee set 250 --from 2026-12-01";

/**
 * `evenshare fee show` and `evenshare fee set <basis points> [--from YYYY-MM-DD]`: what the platform charges on agreements
 * that are proposed from a day on. Exit code 2 when the arguments make no sense; nothing was set then.
 */
export async function platformFee(verb: "show" | "set", args: readonly string[]): Promise<number> {
  const { DATABASE_URL, PLATFORM_FEE_BP: fallback } = readEnvironment();
  const now = systemClock.now();
  const today = dayOf(now);
  const fee = verb === "set" ? readFee(args, today) : null;
  if (typeof fee === "string") return refuseFee(fee);
  const database = openDatabase({ url: DATABASE_URL });
  try {
    if (fee !== null) await database.setPlatformFee(fee, { who: whoIsThis(), fallback }, now);
    await printFees(database, today, fallback);
    return 0;
  } finally {
    await database.close();
  }
}

/** What the arguments ask for, or why that is refused. */
function readFee(args: readonly string[], today: string): FeeFromDay | string {
  const parsed = readArguments(args);
  if (parsed === null) return `that makes no sense; ${usage}`;
  const points = wholeNumber.safeParse(parsed.points);
  if (!points.success) return `${parsed.points} is no whole number of basis points; ${usage}`;
  const from = z.iso.date().safeParse(parsed.from ?? today);
  if (!from.success) return `--from ${parsed.from} is no day; ${usage}`;
  const checked = checkPlatformFee({ basisPoints: Number(points.data), fromDay: from.data }, today);
  if (checked.ok) return checked.value;
  return checked.failure.code === "platform_fee.in_the_past"
    ? `--from ${from.data} is past: agreements keep the fee they were proposed with. The earliest day is ${today} (UTC)`
    : `${points.data} basis points are more than the ${highestFeeBp} (${asPercent(highestFeeBp)}) that an agreement may carry`;
}

function readArguments(args: readonly string[]): { points: string; from: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { from: { type: "string" } },
      allowPositionals: true,
    });
    const [points, ...rest] = positionals;
    return points === undefined || rest.length > 0 ? null : { points, from: values.from };
  } catch {
    return null;
  }
}

async function printFees(database: Database, today: string, fallback: number): Promise<void> {
  const fees = await database.listPlatformFees();
  const current = feeInForce(fees, today);
  const lines = [
    `New agreements carry a platform fee of ${asPercent(current?.basisPoints ?? fallback)}${current === null ? ", as PLATFORM_FEE_BP says: none was set" : ""}.`,
    ...fees.map(describe),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function describe({ basisPoints, fromDay, setAt, setBy }: PlatformFee): string {
  return `  from ${fromDay}: ${asPercent(basisPoints)}, set ${setAt.toISOString()} by ${setBy}`;
}

/** @example asPercent(250) // "2.50%" */
function asPercent(basisPoints: number): string {
  return `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, "0")}%`;
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function refuseFee(reason: string): number {
  process.stderr.write(`evenshare fee set: nothing was set: ${reason}\n`);
  return 2;
}
