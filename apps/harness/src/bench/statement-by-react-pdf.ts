import { fontFiles } from "@evenshare/documents/files";
import type { StatementWords } from "@evenshare/documents/statement-words";
import { Document, Font, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { createElement, type ReactElement } from "react";

const [regular = "", bold = ""] = fontFiles();
Font.register({
  family: "Inter",
  fonts: [
    { src: regular, fontWeight: 400 },
    { src: bold, fontWeight: 600 },
  ],
});

interface Column {
  readonly figures: boolean;
  readonly wide: boolean;
}

const termAndValue: readonly Column[] = [
  { figures: false, wide: false },
  { figures: false, wide: true },
];

/** What a statement says, drawn with react-pdf and the same embedded fonts: the words in their order, without tags. */
export function drawByReactPdf(words: StatementWords): Promise<Buffer> {
  const five = words.summary.map((): Column => ({ figures: false, wide: false }));
  const body = [
    text(`Revenue share, period ${words.period}`, 9),
    text(words.title, 20, 600),
    ...words.parties.flatMap(([role, name, lines]) => [
      text(role, 8),
      text(name, 9, 600),
      ...lines.map((line) => text(line, 9)),
    ]),
    ...words.facts.flat().map((pair) => row(pair, termAndValue, 9)),
    row(
      words.summary.map(([label]) => label),
      five,
      8,
    ),
    row(
      words.summary.map(([, value]) => value),
      five,
      12,
      600,
    ),
    ...words.sentences.map((sentence) => text(sentence, 9)),
    ...words.sections.flat().flatMap(sectionOf),
    footer(words.reference),
  ];
  const page = createElement(
    Page,
    { size: "A4", style: { fontFamily: "Inter", fontSize: 9, padding: 57 } },
    ...body,
  );
  return renderToBuffer(createElement(Document, { title: words.title }, page));
}

function sectionOf({ heading, blocks }: StatementWords["sections"][number][number]): ReactElement[] {
  return [
    text(heading, 12, 600),
    ...blocks.flatMap((block) => {
      if (block.form === "text") return [text(block.text, 9)];
      if (block.form === "facts") return block.rows.map((pair) => row(pair, termAndValue, 9));
      const size = block.dense ? 8 : 9;
      return [
        row(
          block.columns.map(({ label }) => label),
          block.columns,
          8,
        ),
        ...block.rows.map(({ cells, sum }) => row(cells, block.columns, size, sum ? 600 : 400)),
      ];
    }),
  ];
}

function text(words: string, fontSize: number, fontWeight = 400): ReactElement {
  return createElement(Text, { style: { fontSize, fontWeight } }, words);
}

function row(
  cells: readonly string[],
  columns: readonly Column[],
  fontSize: number,
  fontWeight = 400,
): ReactElement {
  const drawn = cells.map((cell, index) =>
    createElement(
      Text,
      {
        key: index,
        style: {
          flex: columns[index]?.wide ? 3 : 1,
          textAlign: columns[index]?.figures ? "right" : "left",
          paddingRight: 4,
        },
      },
      cell,
    ),
  );
  const style = {
    flexDirection: "row" as const,
    borderBottom: "0.4pt solid #c9ced6",
    paddingVertical: 2,
    fontSize,
    fontWeight,
  };
  return createElement(View, { wrap: false, style }, ...drawn);
}

function footer(reference: string): ReactElement {
  const place = { position: "absolute" as const, bottom: 30, left: 57, right: 57, fontSize: 8 };
  return createElement(
    View,
    { fixed: true, style: place },
    text(reference, 8),
    createElement(Text, {
      render: ({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`,
    }),
  );
}
