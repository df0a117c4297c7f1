import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles, type Template, templateFile } from "./files";
import { readCoverage } from "./font-coverage";
import { printable, unprintable } from "./printable";

/**
 * Every so many documents, what has not been used since the last time is forgotten: the cache would grow without end,
 * and looking through it after each document takes a tenth of its time.
 */
const documentsBetweenEvictions = 10;
/** Readable by people who hear it: every glyph is there, text has its order, tables their headers. */
const accessible = "ua-1";
const someLost = `${unprintable} stands for a character that cannot be printed here.`;

/** What every document says, beside what its template asks for. Any text in it may come from anybody. */
export interface Words {
  readonly title: string;
  readonly issuer: string;
  readonly sentences: readonly string[];
}

/**
 * Lays words out as a PDF: tagged, from bundled fonts, and with the same bytes for the same words and time. Words are
 * data to the template, never source; what the fonts lack is shown as a box, which a sentence explains.
 *
 * @throws Error when the template cannot be laid out.
 */
export type Typeset = (words: Words, createdAt: Date) => Uint8Array;

/** Opens the fonts and a template once. */
export function openTypesetter(template: Template): Typeset {
  const fonts = fontFiles().map((file) => readFileSync(file));
  const hasGlyph = readCoverage(fonts);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const source = (["style.typ", template] as const)
    .map((name) => readFileSync(templateFile(name), "utf8"))
    .join("\n");
  const write = (words: Words) =>
    JSON.stringify(words, (_key, value: unknown) =>
      typeof value === "string" ? printable(value, hasGlyph) : value,
    );
  let drawn = 0;
  return (words, createdAt) => {
    const whole = write(words);
    const printed = whole.includes(unprintable)
      ? write({ ...words, sentences: [...words.sentences, someLost] })
      : whole;
    const compiled = compiler.compile({ mainFileContent: source, inputs: { words: printed } });
    if (compiled.result === null) throw new Error(`${words.title} could not be laid out`);
    const creationTimestamp = Math.floor(createdAt.getTime() / 1_000);
    const pdf = compiler.pdf(compiled.result, { pdfStandard: accessible, creationTimestamp });
    drawn += 1;
    if (drawn % documentsBetweenEvictions === 0) compiler.evictCache(1);
    return pdf;
  };
}
