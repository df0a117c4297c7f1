import type { BenchRow } from "@evenshare/dev";
import { createStatementFiles } from "@evenshare/documents";
import { statementWords } from "@evenshare/documents/statement-words";
import type { StatementRecord } from "@evenshare/domain";
import { interleave } from "./measure";
import { drawByPdfkit } from "./statement-by-pdfkit";
import { drawByReactPdf } from "./statement-by-react-pdf";
import { statementOf } from "./statement-scene";

const repeats = 5;
const documents = 12;
const digest = "ab".repeat(32);

/**
 * P6: a statement of sixty lines, against pdfkit and react-pdf that draw the same words with the same fonts. Ours is
 * tagged, and all of its files are written. Counted per second of processor time: one side may use several cores.
 */
export async function benchStatement(): Promise<BenchRow[]> {
  const draw = createStatementFiles();
  let seed = 0;
  const side = (act: (record: StatementRecord) => unknown) => async () => {
    // No two alike: nothing of one helps the next.
    const records = Array.from({ length: documents }, () => statementOf(seed++));
    const before = process.cpuUsage();
    for (const record of records) await act(record);
    const { user, system } = process.cpuUsage(before);
    return (documents * 1_000_000) / (user + system);
  };
  const rates = await interleave(
    {
      ours: side(draw),
      pdfkit: side((record) => drawByPdfkit(statementWords(record, digest))),
      reactPdf: side((record) => drawByReactPdf(statementWords(record, digest))),
    },
    repeats,
  );
  const row = (what: string, anchor: number, target: string): BenchRow => ({
    id: "P6",
    what,
    ours: perCore(rates.ours),
    anchor: perCore(anchor),
    ratio: rates.ours / anchor,
    target,
  });
  return [
    row(
      "statement with 60 lines as tagged PDF, against pdfkit without tags, same words and fonts",
      rates.pdfkit,
      "≥ 3 ×",
    ),
    row("the same, against react-pdf", rates.reactPdf, "≥ 5 ×"),
  ];
}

function perCore(rate: number): string {
  return `${rate.toFixed(1)}/s per core`;
}
