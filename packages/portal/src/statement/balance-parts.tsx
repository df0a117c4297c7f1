import type { StatementRecord } from "@evenshare/domain";
import { type Column, DataTable, Section, useFormatting } from "@evenshare/ui";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { amountColumn } from "./amount-column";
import { FiguresTable } from "./figures-table";
import { RecordMoney } from "./record-money";
import { comparedWords, periodTitle, proofWords } from "./statement-words";
import type { PartProps } from "./voice";

type Compared = StatementRecord["changes"]["figures"][number];
type ProofLine = StatementRecord["proof"][number];

/** What is different from the period before, and what else is new. */
export function Changes({ record, voice }: PartProps) {
  const { locale } = useFormatting();
  const { since, figures, notes } = record.changes;
  const currency = record.identity.currency.code;
  const columns: readonly Column<Compared>[] = [
    { id: "figure", header: "Figure", cell: ({ figure }) => comparedWords(figure, voice) },
    amountColumn(since === null ? "" : periodTitle(since, locale), currency, ({ before }) => before),
    amountColumn(periodTitle(record.identity.period.name, locale), currency, ({ now }) => now),
    {
      id: "difference",
      header: "Difference",
      align: "end",
      cell: ({ difference }) => <RecordMoney amount={difference} currency={currency} sign="always" />,
    },
  ];
  return (
    <Section title="What changed">
      {since === null ? (
        <p className="text-dense text-muted">This is the first period of the agreement.</p>
      ) : (
        <DataTable
          caption="This period beside the one before"
          captionHidden
          columns={columns}
          rows={figures}
          rowKey={({ figure }) => figure}
        />
      )}
      {notes.map((note) => (
        <p key={note} className="mt-2 max-w-reading text-dense">
          {note}
        </p>
      ))}
    </Section>
  );
}

/** The payable balance from opening to closing, and the three balances beside each other. */
export function BalanceProof({ record }: Pick<PartProps, "record">) {
  const { proof, balances, identity } = record;
  const currency = identity.currency.code;
  const closing = proof.at(-1);
  const movements = proof.slice(0, -1);
  const line = ({ code, amount }: ProofLine, sign: "auto" | "always") => ({
    id: code,
    name: proofWords[code],
    figures: [<RecordMoney key={code} amount={amount} currency={currency} sign={sign} />],
  });
  const three = [
    ["Payable balance", balances.payable],
    ["Unrecouped advance", balances.unrecoupedAdvance],
    ["Reserve held", balances.reserveHeld],
  ] as const;
  return (
    <Section
      title="Balance proof"
      description="The payable balance, from what it opened with to what it closes with. What closes here opens the next statement."
    >
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <div>
          <FiguresTable
            caption="The payable balance"
            headers={["What", "Amount"]}
            rows={movements.map((row) => line(row, row.code === "opening" ? "auto" : "always"))}
            {...(closing !== undefined && { closing: line(closing, "auto") })}
          />
          <Proved movements={movements} closing={closing} />
        </div>
        <FiguresTable
          caption="Three balances, each on its own"
          headers={["Balance", "Opening", "Closing"]}
          rows={three.map(([name, balance]) => ({
            id: name,
            name,
            figures: [
              <RecordMoney key="opening" amount={balance.opening} currency={currency} />,
              <RecordMoney key="closing" amount={balance.closing} currency={currency} />,
            ],
          }))}
        />
      </div>
    </Section>
  );
}

interface ProvedProps {
  movements: readonly ProofLine[];
  closing: ProofLine | undefined;
}

/** Added up here again, so that the reader need not take it on trust. */
function Proved({ movements, closing }: ProvedProps) {
  const total = movements.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n);
  const adds = closing !== undefined && total === BigInt(closing.amount.minor);
  const Icon = adds ? CircleCheck : TriangleAlert;
  return (
    <p
      className={`mt-2 flex items-center gap-1.5 text-small ${adds ? "text-released-text" : "text-risk-text"}`}
    >
      <Icon aria-hidden className="size-3.5" />
      {adds
        ? "The rows add up to the closing balance."
        : "The rows do not add up to the closing balance: please tell us."}
    </p>
  );
}
