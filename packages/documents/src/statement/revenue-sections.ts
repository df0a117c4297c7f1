import { amountsIn, type RecordLine, type StatementRecord, type StepCode } from "@evenshare/domain";
import { percentText } from "../text-of-figures";
import {
  amount,
  facts,
  figures,
  narrow,
  type Row,
  row,
  type Section,
  section,
  sumRow,
  table,
  text,
  wide,
} from "./block";

/** Longer lists are for files, not for paper. */
const printedItems = 200;
const printedLines = 400;

/** Revenue by source and item; it adds up to steps 1 to 5. */
export function revenueByItem(record: StatementRecord): Section {
  const { items } = record;
  if (items.length === 0) return section("Revenue by item", text("No sales and no returns in this period."));
  const shown = items.slice(0, printedItems);
  return section(
    "Revenue by item",
    table(
      [
        wide("Item and source"),
        figures("Sold"),
        figures("Returned"),
        figures("Gross"),
        figures("Returns"),
        figures("Deductions"),
        figures("Net"),
        figures("Your share"),
      ],
      [
        ...shown.map((item) =>
          row(
            item.source === "" ? nameOf(item) : `${nameOf(item)}, ${item.source}`,
            item.unitsSold ?? "not told",
            item.unitsReturned ?? "not told",
            amount(item.gross),
            amount(item.returns),
            amount(item.deductions),
            amount(item.net),
            amount(item.share),
          ),
        ),
        sumRow("All items", "", "", ...totalsOf(record)),
      ],
      { dense: true },
    ),
    ...cutOff(items.length - shown.length, "item"),
  );
}

/** Gross, returns, deductions, net and share of the period. */
function totalsOf({ steps, identity }: StatementRecord): string[] {
  const write = amountsIn(identity.currency);
  const minorOf = (wanted: StepCode) => BigInt(steps.find(({ code }) => code === wanted)?.amount.minor ?? 0);
  // Step 3 is what is added; the column, like the lines, has what is taken off.
  const totals = [
    minorOf("gross"),
    minorOf("returns"),
    -minorOf("deductions"),
    minorOf("net"),
    minorOf("share"),
  ];
  return totals.map((total) => amount(write(total)));
}

function nameOf({ item, description }: Pick<RecordLine, "item" | "description">): string {
  return description === null ? item : `${item} · ${description}`;
}

/** Where the base stands on the tiers. */
export function tierPosition({ tierPosition: position, identity }: StatementRecord): Section {
  const { basis, method, before, moved, after, current, toNextStep, tiers } = position;
  const next = tiers[current];
  const since = basis === "cumulative" ? "since the agreement began" : "anew in each period";
  const paid =
    method === "marginal"
      ? "Each tier's rate is paid on what lies inside it."
      : "The rate of the tier that is reached is paid on the whole base, so that reaching a tier also makes up for what was earned below it.";
  return section(
    "Tier position",
    text(`Tiers are reached by the net revenue ${since}. ${paid}`),
    table(
      [
        narrow("Tier"),
        wide("Reaches up to and including"),
        figures("Your rate"),
        narrow("At the end of the period"),
      ],
      tiers.map(({ tier, upTo, rateBp }) =>
        row(
          String(tier),
          upTo === null ? "no end" : `${amount(upTo)} ${identity.currency.code}`,
          percentText(rateBp),
          tier === current ? "here" : "",
        ),
      ),
    ),
    facts(
      ["Base before", amount(before)],
      ["In this period", amount(moved)],
      ["Base after", amount(after)],
      [
        "To the next step",
        toNextStep === null || next === undefined
          ? "none: this is the last tier"
          : `${amount(toNextStep)}, then ${percentText(next.rateBp)}`,
      ],
    ),
  );
}

/** Every event that was counted. */
export function lineList(record: StatementRecord): Section[] {
  const { lines } = record;
  if (lines.length === 0) return [];
  const shown = lines.slice(0, printedLines);
  const [gross = "", returns = "", , net = "", share = ""] = totalsOf(record);
  return [
    section(
      "Lines",
      table(
        [
          figures("No."),
          narrow("Date"),
          wide("Item"),
          narrow("Type"),
          figures("Qty"),
          figures("Gross"),
          figures("Net"),
          narrow("Tier"),
          figures("Rate"),
          figures("Your share"),
        ],
        [
          ...shown.map(lineRow),
          sumRow("", "", "All lines: sales", "", "", gross, "", "", "", ""),
          sumRow("", "", "All lines: returns", "", "", returns, "", "", "", ""),
          sumRow("", "", "All lines: net and share", "", "", "", net, "", "", share),
        ],
        { dense: true },
      ),
      ...cutOff(lines.length - shown.length, "line"),
      ...(record.tierPosition.method === "marginal"
        ? []
        : [
            text("The period earns as a whole; each line has a part of its share by the line's net revenue."),
          ]),
      text("Deductions, reserve and original line of each line are in lines.csv."),
    ),
  ];
}

function lineRow(line: RecordLine): Row {
  const { tiers } = line.trace;
  return row(
    String(line.line),
    line.day,
    line.description ?? line.item,
    line.type === "sale" ? "Sale" : returnOf(line),
    line.quantity ?? "",
    amount(line.gross),
    amount(line.net),
    tiers.map(({ tier }) => tier).join(" + "),
    tiers.map(({ rateBp }) => percentText(rateBp)).join(" + "),
    amount(line.share),
  );
}

/** What was sold earlier is in another statement: its event alone would say little on paper. */
function returnOf({ original }: RecordLine): string {
  if (original === null || original.line === null) return "Return";
  return original.statement === null
    ? `Return of ${original.line}`
    : `Return of ${original.statement} line ${original.line}`;
}

function cutOff(more: number, what: string) {
  return more > 0 ? [text(`${more} more ${what}s are in the files that belong to this statement.`)] : [];
}
