import { sum, type views } from "@evenshare/domain";
import { payoutWords, useMoneyWords } from "@evenshare/portal";
import {
  Banner,
  ButtonLink,
  type Column,
  DataTable,
  DateTime,
  Disclosure,
  Money,
  StatusBadge,
  TextLink,
} from "@evenshare/ui";

type Payout = views.PayoutRow;
type Line = Payout["lines"][number];

export interface PayoutItemProps {
  payout: Payout;
  /** The zone by whose days the list is narrowed. */
  timeZone: string;
}

/** One payout: amount, where it is, when it arrives, what it is for, and what to do when a bank sent it back. */
export function PayoutItem({ payout, timeZone }: PayoutItemProps) {
  const { word, tone } = payoutWords(payout.status);
  const words = useMoneyWords(payout.currency);
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <Money amount={payout.amount} currency={payout.currency} size="section" />
          <StatusBadge tone={tone}>{word}</StatusBadge>
        </p>
        <p className="text-dense">
          <ArrivalDate payout={payout} timeZone={timeZone} />
        </p>
      </div>
      <p className="mt-0.5 text-small text-muted">
        {payout.bank !== null && `${payout.bank} · `}created{" "}
        <DateTime at={payout.createdAt} timeZone={timeZone} />
        {payout.traceId !== null && (
          <>
            {" · "}trace number at the bank{" "}
            <code className="figures font-sans break-all">{payout.traceId}</code>
          </>
        )}
      </p>
      {payout.waitsFor !== null && (
        <p className="mt-1 max-w-reading text-dense">
          {words(payout.amount)} waits until there is {words(payout.waitsFor)}, the smallest amount a bank is
          sent. It goes along with your next payout in {payout.currency}.
        </p>
      )}
      {payout.status === "failed" && (
        <div className="mt-3">
          <Banner
            tone="risk"
            title={payout.failureReason ?? "The bank refused the payout."}
            action={<ButtonLink href="/onboarding">Payout account</ButtonLink>}
          >
            The money is back in your account with the payment provider; nothing is lost. {payout.fix}
          </Banner>
        </div>
      )}
      <div className="mt-1 [&>details]:border-b-0">
        <Disclosure
          summary={
            payout.lines.length === 1 ? "What it is for" : `What it is for: ${payout.lines.length} releases`
          }
        >
          <DataTable
            caption="Releases in this payout"
            captionHidden
            columns={lineColumns(payout)}
            rows={payout.lines}
            rowKey={({ releaseId }) => releaseId}
          />
        </Disclosure>
      </div>
    </li>
  );
}

function ArrivalDate({ payout, timeZone }: PayoutItemProps) {
  if (payout.paidAt !== null) {
    return (
      <>
        arrived <DateTime at={payout.paidAt} timeZone={timeZone} show="day" />
      </>
    );
  }
  if (payout.status === "failed") return <span className="text-risk-text">not arrived</span>;
  if (payout.expectedAt === null) return <span className="text-muted">no date yet</span>;
  return (
    <>
      expected <DateTime at={payout.expectedAt} timeZone={timeZone} show="day" />
    </>
  );
}

function lineColumns({ currency, amount, lines }: Payout): Column<Line>[] {
  // A list that is narrowed to a partner shows only its releases; the payout itself may hold more.
  const shown = sum(lines.map(({ net }) => net));
  return [
    {
      id: "milestone",
      header: "Milestone",
      cell: ({ milestoneId, milestoneTitle, brandName }) => (
        <span>
          <TextLink href={`/milestones/${milestoneId}`}>{milestoneTitle}</TextLink>
          <span className="block text-small font-normal text-muted">{brandName}</span>
        </span>
      ),
      footer: shown === amount ? "Payout" : "Of this payout",
    },
    {
      id: "gross",
      header: "Released",
      align: "end",
      cell: ({ gross }) => <Money amount={gross} currency={currency} />,
    },
    {
      id: "fee",
      header: "Platform fee",
      align: "end",
      cell: ({ fee }) => <Money amount={fee} currency={currency} />,
    },
    {
      id: "net",
      header: "To you",
      align: "end",
      cell: ({ net }) => <Money amount={net} currency={currency} />,
      footer: <Money amount={shown} currency={currency} />,
    },
  ];
}
