import { readFileSync } from "node:fs";
import type { RenderReceipt } from "@evenshare/application";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles, templateFile } from "./files";
import { readCoverage } from "./font-coverage";
import { printable, unprintable } from "./printable";
import { type ReceiptWords, receiptWords } from "./receipt-words";

/** What was laid out this many documents ago is forgotten: the cache would grow without end. */
const rememberedDocuments = 10;
/** Readable by people who hear it: every glyph is there, text has its order, tables their headers. */
const accessible = "ua-1";
const someLost = `${unprintable} stands for a character that cannot be printed here.`;

/** Opens the fonts once. A receipt is drawn at once, from its facts alone: nothing is fetched, nothing depends on the clock. */
export function createReceiptRenderer(): RenderReceipt {
  const fonts = fontFiles().map((file) => readFileSync(file));
  const hasGlyph = readCoverage(fonts);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const source = readFileSync(templateFile(), "utf8");
  return (facts) => {
    const words = printableWords(receiptWords(facts), hasGlyph);
    const compiled = compiler.compile({
      mainFileContent: source,
      inputs: { receipt: JSON.stringify(words) },
    });
    if (compiled.result === null) throw new Error(`receipt ${facts.number} could not be laid out`);
    const creationTimestamp = Math.floor(facts.issuedAt.getTime() / 1_000);
    const pdf = compiler.pdf(compiled.result, { pdfStandard: accessible, creationTimestamp });
    compiler.evictCache(rememberedDocuments);
    return pdf;
  };
}

function printableWords(words: ReceiptWords, hasGlyph: (codePoint: number) => boolean): ReceiptWords {
  const facts = words.facts.map(([term, value]) => [term, printable(value, hasGlyph)] as const);
  const lost = facts.some(([, value]) => value.includes(unprintable));
  return { ...words, facts, sentences: lost ? [...words.sentences, someLost] : words.sentences };
}
