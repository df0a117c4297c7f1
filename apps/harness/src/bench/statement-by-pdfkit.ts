import { readFileSync } from "node:fs";
import { fontFiles } from "@evenshare/documents/files";
import type { StatementWords } from "@evenshare/documents/statement-words";
import PdfDocument from "pdfkit";

const margin = 57;
const width = 595 - 2 * margin;
const lowest = 780;
const gap = 6;
const [regular, bold] = fontFiles().map((file) => readFileSync(file));

interface Column {
  readonly width: number;
  readonly align: "left" | "right";
}

/** What a statement says, drawn with pdfkit and the same embedded fonts: the words in their order, without tags. */
export function drawByPdfkit(words: StatementWords): Promise<Buffer> {
  const doc = new PdfDocument({ size: "A4", margin, bufferPages: true });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
  });
  if (regular !== undefined) doc.registerFont("regular", regular);
  if (bold !== undefined) doc.registerFont("bold", bold);
  const page = new Pages(doc);
  page.text(`Revenue share, period ${words.period}`, 9);
  page.text(words.title, 20, "bold");
  for (const [role, name, lines] of words.parties) {
    page.text(role, 8);
    page.text(name, 9, "bold");
    for (const line of lines) page.text(line, 9);
  }
  for (const [term, value] of words.facts.flat()) page.row([term, value], termAndValue, 9);
  const five = words.summary.map((): Column => ({ width: 90, align: "left" }));
  page.row(
    words.summary.map(([label]) => label),
    five,
    8,
  );
  page.row(
    words.summary.map(([, value]) => value),
    five,
    12,
    "bold",
  );
  for (const sentence of words.sentences) page.text(sentence, 9);
  for (const part of words.sections.flat()) drawSection(page, part);
  page.number(words.reference);
  doc.end();
  return done;
}

const termAndValue: readonly Column[] = [
  { width: 130, align: "left" },
  { width: width - 130 - gap, align: "left" },
];

type Section = StatementWords["sections"][number][number];
type Table = Extract<Section["blocks"][number], { readonly form: "table" }>;

function drawSection(page: Pages, { heading, blocks }: Section): void {
  page.text(heading, 12, "bold");
  for (const block of blocks) {
    if (block.form === "text") page.text(block.text, 9);
    else if (block.form === "table") drawTable(page, block);
    else for (const row of block.rows) page.row(row, termAndValue, 9);
  }
}

function drawTable(page: Pages, { columns, rows, dense }: Table): void {
  const narrow = dense ? 42 : 70;
  const wides = columns.filter(({ wide }) => wide).length;
  const rest = width - gap * (columns.length - 1) - narrow * (columns.length - wides);
  const places = columns.map(
    ({ wide, figures }): Column => ({
      width: wide ? rest / wides : narrow,
      align: figures ? "right" : "left",
    }),
  );
  page.row(
    columns.map(({ label }) => label),
    places,
    8,
  );
  for (const { cells, sum } of rows) page.row(cells, places, dense ? 8 : 9, sum ? "bold" : "regular");
}

class Pages {
  readonly #doc: PDFKit.PDFDocument;
  #y = margin;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  text(words: string, size: number, font = "regular"): void {
    this.#doc.font(font).fontSize(size);
    const height = this.#doc.heightOfString(words, { width });
    this.#makeRoom(height);
    this.#doc.text(words, margin, this.#y, { width });
    this.#y += height + gap;
  }

  row(cells: readonly string[], columns: readonly Column[], size: number, font = "regular"): void {
    this.#doc.font(font).fontSize(size);
    const heights = cells.map((cell, index) =>
      this.#doc.heightOfString(cell || " ", { width: columns[index]?.width ?? 0 }),
    );
    const height = Math.max(...heights);
    this.#makeRoom(height);
    let x = margin;
    cells.forEach((cell, index) => {
      const column = columns[index] ?? { width: 0, align: "left" };
      if (cell !== "") this.#doc.text(cell, x, this.#y, { width: column.width, align: column.align });
      x += column.width + gap;
    });
    this.#y += height + 3;
    this.#doc
      .moveTo(margin, this.#y)
      .lineTo(margin + width, this.#y)
      .lineWidth(0.4)
      .stroke("#c9ced6");
    this.#y += 2;
  }

  number(reference: string): void {
    const { count } = this.#doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index);
      this.#doc.page.margins.bottom = 0;
      this.#doc.font("regular").fontSize(8).text(reference, margin, 800, { lineBreak: false });
      this.#doc.text(`Page ${index + 1} of ${count}`, 480, 800, { lineBreak: false });
    }
  }

  #makeRoom(height: number): void {
    if (this.#y + height <= lowest) return;
    this.#doc.addPage();
    this.#y = margin;
  }
}
