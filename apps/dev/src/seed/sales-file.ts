/** A month of sales as a shop's till writes them down. */
export interface SalesMonth {
  /** `2026-10`. */
  readonly month: string;
  readonly invoices: number;
  /** Rows that belong to another month and come with this file, as tills do that were offline. */
  readonly late: readonly string[];
}

interface Ware {
  readonly code: string;
  readonly name: string;
  /** Pence. */
  readonly price: number;
}

/** What the farm has on the shop's shelves, and what is the shop's own. */
const farmWares: readonly Ware[] = [
  { code: "WF-101", name: "PUMPKIN SOUP, JAR", price: 525 },
  { code: "WF-102", name: 'APPLE BUTTER "OLD ORCHARD"', price: 450 },
  { code: "WF-103", name: "RYE CRACKERS", price: 295 },
  { code: "WF-104", name: "ELDERFLOWER SYRUP", price: 640 },
];
const shopWares: readonly Ware[] = [
  { code: "GH-7", name: "TEA TOWEL, LINEN", price: 1_150 },
  { code: "GH-9", name: "", price: 399 },
];

/** The codes of the farm's wares, as its agreement names them. */
export const farmItems: readonly string[] = farmWares.map(({ code }) => code);

const header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/**
 * Writes a month of sales in the form, and with the dirt, of a real retailer's files: returns without a pointer, a product
 * twice on one invoice, quotes and commas, empty descriptions, zero prices, postage, samples and a bad-debt row that is no
 * sale. The same month gives the same file.
 */
export function writeSalesFile({ month, invoices, late }: SalesMonth): string {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const first = Number(month.replace("-", "")) * 1_000;
  const rows: string[] = [];
  for (let index = 0; index < invoices; index += 1) {
    const pick = (of: number, salt: number) => spread(first + index * 7 + salt) % of;
    const day = String(1 + Math.floor((index * days) / invoices)).padStart(2, "0");
    const at = `${month}-${day} ${String(9 + pick(9, 1)).padStart(2, "0")}:${String(pick(60, 2)).padStart(2, "0")}:00`;
    const farm = wareAt(farmWares, pick(farmWares.length, 3));
    const own = wareAt(shopWares, pick(shopWares.length, 4));
    const invoice = String(first + index);
    rows.push(row(invoice, farm, 1 + pick(6, 5), at));
    if (index % 9 === 4) rows.push(row(invoice, farm, 1, at));
    if (index % 3 === 0) rows.push(row(invoice, own, 1 + pick(3, 6), at));
    if (index % 11 === 7) rows.push(row(`C${invoice}`, farm, -1, at));
    if (index % 13 === 5) rows.push(row(invoice, { ...farm, price: 0 }, 1, at));
    if (index % 10 === 9) rows.push(row(invoice, { code: "POST", name: "POSTAGE", price: 380 }, 1, at));
  }
  rows.push(
    row(`A${first}`, { code: "B", name: "Adjust bad debt", price: 4_200 }, 1, `${month}-28 17:00:00`),
  );
  return [header, ...rows, ...late, ""].join("\r\n");
}

/** One row of a farm ware by its code, for a sale that comes with a later file. */
export function lateRow(invoice: string, code: string, quantity: number, at: string): string {
  const ware = farmWares.find((one) => one.code === code);
  if (ware === undefined) throw new Error(`there is no ware ${code}`);
  return row(invoice, ware, quantity, at);
}

function row(invoice: string, { code, name, price }: Ware, quantity: number, at: string): string {
  const pounds = `${Math.trunc(price / 100)}.${String(price % 100).padStart(2, "0")}`;
  const text = /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
  return [invoice, code, text, quantity, at, pounds, "", "United Kingdom"].join(",");
}

function wareAt(wares: readonly Ware[], index: number): Ware {
  const ware = wares[index];
  if (ware === undefined) throw new Error(`there is no ware at ${index}`);
  return ware;
}

/** Numbers that look as if they came by chance, and are the same each time. */
function spread(seed: number): number {
  return Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) >>> 8;
}
