import type { Fact, MailContent, Quote, Share } from "../content/mail-content";
import type { Letter } from "../render/letter";
import { choicesLabel } from "../words/sentences";
import { wrap, wrapLines } from "./wrap";

const width = 72;

/** The mail as text: written for people who read text, with everything that the page says. */
export function writeText({ content, link, footer, choicesLink, sender }: Letter): string {
  const choices = choicesLink === undefined ? [] : [wrap(choicesLabel), choicesLink];
  const blocks = [
    sender === undefined ? "Evenshare" : wrap(`${sender.name.full} via Evenshare`),
    underlined(content.heading),
    `Status: ${content.status.word}`,
    ...content.lead.map((line) => wrap(line)),
    writeFacts(allFacts(content)),
    ...(content.quotes ?? []).map(writeQuote),
    "What happens next",
    ...content.next.map((line) => wrap(line, "  ")),
    `${content.button.label}:\n${link}`,
    ["-- ", ...footer.map((line) => wrap(line)), ...choices].join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The figure and the parts of the share bar are rows like any other here. */
function allFacts({ figure, shares, facts }: MailContent): readonly Fact[] {
  const named = new Set(facts.map(({ label }) => label));
  const divided: readonly Share[] = shares !== undefined && shares.length > 1 ? shares : [];
  return [
    ...(figure && !named.has(figure.label)
      ? [{ label: figure.label, value: figure.amount, money: true }]
      : []),
    ...divided.map(({ label, amount }) => ({ label, value: amount, money: true })),
    ...facts,
  ];
}

function underlined(heading: string): string {
  const lines = wrapLines(heading, width);
  const longest = Math.max(...lines.map((line) => line.length));
  return [...lines, "=".repeat(Math.min(longest, width))].join("\n");
}

/** Labels in one column, values in another; what is too long goes on under its value. */
function writeFacts(facts: readonly Fact[]): string {
  const column = Math.max(...facts.map(({ label }) => label.length)) + 4;
  const continued = " ".repeat(column);
  const figures = Math.max(0, ...facts.filter(({ money }) => money).map(({ value }) => value.length));
  const rows = facts.flatMap(({ label, value, note, money, total }) => {
    const shown = money ? [value.padStart(figures)] : wrapLines(value, width - column);
    const lines = [...shown, ...(note ? wrapLines(note, width - column) : [])];
    const rule = total ? [`  ${"-".repeat(column - 2 + figures)}`] : [];
    return [
      ...rule,
      ...lines.map((line, index) => (index === 0 ? `  ${label}`.padEnd(column) : continued) + line),
    ];
  });
  return rows.join("\n");
}

/** Someone else's words, each line marked, so that they cannot pass for ours. */
function writeQuote({ label, lines }: Quote): string {
  return [
    `${label}:`,
    ...lines.flatMap((line) => wrapLines(line, width - 4)).map((line) => `  | ${line}`),
  ].join("\n");
}
