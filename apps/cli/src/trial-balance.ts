import { openDatabase } from "@evenshare/database";
import { z } from "zod";
import { readEnvironment } from "./env";
import { describeTrialBalance } from "./ledger-check";

const dayMs = 24 * 60 * 60_000;

/** `evenshare ledger balance [YYYY-MM-DD]`: every account's total, at the end of that day in UTC where one is given. */
export async function printTrialBalance([day]: readonly string[]): Promise<number> {
  const date = z.iso.date().optional().safeParse(day);
  if (!date.success) {
    process.stderr.write(`evenshare ledger balance: ${day} is no day; write it as 2026-11-30\n`);
    return 2;
  }
  const until =
    date.data === undefined ? undefined : new Date(new Date(`${date.data}T00:00:00Z`).getTime() + dayMs);
  const database = openDatabase({ url: readEnvironment().DATABASE_URL });
  try {
    const heading = date.data === undefined ? "Now" : `At the end of ${date.data} (UTC)`;
    const lines = describeTrialBalance(await database.readTrialBalance(until));
    process.stdout.write(`${[heading, "", ...lines].join("\n")}\n`);
    return 0;
  } finally {
    await database.close();
  }
}
