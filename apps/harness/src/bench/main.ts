import { parseArgs } from "node:util";
import { type BenchRow, recordBenchmarks, recordPart, tellRow } from "@evenshare/dev";
import { readHarnessEnvironment } from "../env";
import { onOwnServer } from "../product/own-server";
import { benchRelease } from "./p1-release";
import { benchContendedFees } from "./p2-contended-fees";
import { benchPgledger } from "./p3-pgledger";
import { benchStatement } from "./p6-statement";
import { benchTail, countDeadlocks } from "./p7-tail";

/** Measures the rows named on the command line, or all of them, prints a line for each and writes the page. */
const { pgledgerSql } = readHarnessEnvironment();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  // Of P7; a million takes minutes.
  options: { entries: { type: "string", default: "20000" } },
});

const benches: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  P1: async () => {
    const { rows, layers } = await benchRelease();
    const told = layers.map(({ name, ms }) => `| ${name} | ${ms.toFixed(1)} |`);
    await recordPart("layers", ["| layer | ms per request, 8 clients |", "| --- | ---: |", ...told]);
    for (const line of told) say(line);
    return rows;
  },
  P2: benchContendedFees,
  P3: async () => {
    if (pgledgerSql !== undefined) return benchPgledger(pgledgerSql);
    say("P3  NOT MEASURED: PGLEDGER_SQL names no pgledger.sql in a copy of github.com/pgr0ss/pgledger");
    return [];
  },
  P6: benchStatement,
  P7: async () => [...(await benchTail()), await countDeadlocks(Number(values.entries))],
};

say("row  what  ours  anchor  ratio  target");
await onOwnServer(async () => {
  for (const [id, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const rows = await bench();
    for (const row of rows) say(tellRow(row));
    if (rows.length > 0) await recordBenchmarks(rows);
  }
});
