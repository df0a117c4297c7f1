import type { WriteAmount } from "./amount";
import type { RecordItem, RecordLine } from "./record-lines";

/** Lines by source and item, in the order in which they first come; their shares add up to those of the lines. */
export function itemsOf(lines: readonly RecordLine[], write: WriteAmount): RecordItem[] {
  const groups = new Map<string, RecordLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.source, line.item]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].map((group) => itemOf(group, write));
}

function itemOf(lines: readonly RecordLine[], write: WriteAmount): RecordItem {
  const sales = lines.filter(({ type }) => type === "sale");
  const returns = lines.filter(({ type }) => type === "return");
  const [first] = lines;
  return {
    source: first?.source ?? "",
    item: first?.item ?? "",
    description: lines.find(({ description }) => description !== null)?.description ?? null,
    unitsSold: unitsOf(sales),
    unitsReturned: unitsOf(returns),
    gross: write(sumOf(sales, "gross")),
    returns: write(sumOf(returns, "gross")),
    deductions: write(sumOf(lines, "deductions")),
    net: write(sumOf(lines, "net")),
    share: write(sumOf(lines, "share")),
  };
}

function sumOf(lines: readonly RecordLine[], figure: "gross" | "deductions" | "net" | "share"): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line[figure].minor), 0n);
}

/** A sum that leaves something out would look whole: where one line does not say how many, nobody knows. */
function unitsOf(lines: readonly RecordLine[]): string | null {
  if (lines.some(({ quantity }) => quantity === null)) return null;
  return lines.reduce((sum, { quantity }) => sum + BigInt(quantity ?? 0), 0n).toString();
}
