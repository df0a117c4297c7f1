import { type CsvCell, csvLine } from "../../export/csv";
import type { RecordAmount } from "./amount";
import type { StatementRecord } from "./record";
import type { RecordLine } from "./record-lines";

const lineColumns = [
  "statement_no",
  "line_no",
  "original_line",
  "date",
  "source",
  "item",
  "qty",
  "sr_flag",
  "gross_minor",
  "gross",
  "deductions_minor",
  "deductions",
  "net_minor",
  "net",
  "tier",
  "rate_bp",
  "share_minor",
  "share",
  "reserve_minor",
  "reserve",
  "currency",
  "fx_rate",
  "agreement_version",
];

/**
 * `lines.csv` of a statement (statement rules, section 5): one row for each line, RFC 4180 with CRLF, no byte order mark.
 * No text opens as a formula; an import strips exactly one leading `'`. Returns are flagged `R` and have negative
 * amounts. A line that touches several tiers has all of them, and their rates, joined by `+`.
 */
export function linesCsv(record: StatementRecord): string {
  return csvLine(lineColumns) + record.lines.map((line) => csvLine(cellsOf(record, line))).join("");
}

function cellsOf({ identity, fx }: StatementRecord, line: RecordLine): CsvCell[] {
  const { tiers } = line.trace;
  return [
    identity.number,
    figure(line.line),
    originalOf(line),
    line.day,
    line.source,
    line.item,
    line.quantity === null ? null : figure(line.quantity),
    line.type === "sale" ? "S" : "R",
    ...both(line.gross),
    ...both(line.deductions),
    ...both(line.net),
    tiers.map(({ tier }) => tier).join("+"),
    tiers.map(({ rateBp }) => rateBp).join("+"),
    ...both(line.share),
    ...both(line.reserve),
    identity.currency.code,
    fx === null ? null : figure(fx.appliedRate),
    figure(identity.agreement.version),
  ];
}

/** A line of this statement by its number, one of another as `statement/line`, and one nobody listed by its event. */
function originalOf({ original }: RecordLine): string | null {
  if (original === null) return null;
  const { event, statement, line } = original;
  if (line === null) return event;
  return statement === null ? String(line) : `${statement}/${line}`;
}

/**
 * `balance.csv` of a statement: the five figures of the summary, the steps of the calculation, the balance proof (whose
 * rows before `closing` add up to it) and the three balances.
 */
export function balanceCsv(record: StatementRecord): string {
  const { identity, summary, steps, proof, balances } = record;
  const row = (section: string, code: string, amount: RecordAmount) =>
    csvLine([identity.number, identity.period.name, section, code, ...both(amount), identity.currency.code]);
  const rows = [
    row("summary", "net-revenue", summary.netRevenue),
    row("summary", "share", summary.share),
    row("summary", "held-back", summary.heldBack),
    row("summary", "recouped", summary.recouped),
    row("summary", "payable", summary.payable),
    ...steps.map(({ code, amount }) => row("calculation", code, amount)),
    ...proof.map(({ code, amount }) => row("proof", code, amount)),
    ...Object.entries({
      payable: balances.payable,
      "unrecouped-advance": balances.unrecoupedAdvance,
      "reserve-held": balances.reserveHeld,
    }).flatMap(([code, { opening, closing }]) => [
      row("balances", `${code}-opening`, opening),
      row("balances", `${code}-closing`, closing),
    ]),
  ];
  const header = csvLine(["statement_no", "period", "section", "code", "amount_minor", "amount", "currency"]);
  return header + rows.join("");
}

function both({ minor, decimal }: RecordAmount): [CsvCell, CsvCell] {
  return [{ figure: minor }, { figure: decimal }];
}

function figure(value: number | string): CsvCell {
  return { figure: String(value) };
}
