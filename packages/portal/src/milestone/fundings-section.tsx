import type { views } from "@evenshare/domain";
import { type Column, DataTable, DateTime, Money, Section, StatusBadge, TextLink } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { DownloadCsv } from "../export/download-csv";
import { fundingWords, repaymentWords } from "./payment-words";

type MilestoneView = views.MilestoneView;
type Funding = MilestoneView["fundings"][number];

/** Payments of the brand into this milestone. What the brand was charged in all is the brand's to see. */
export function FundingsSection({ milestone }: { milestone: MilestoneView }) {
  const { side } = usePortal();
  if (milestone.fundings.length === 0) return null;
  const { currency } = milestone.money;
  const columns: Column<Funding>[] = [
    { id: "at", header: "Payment", cell: ({ at }) => <DateTime at={at} timeZone={milestone.timeZone} /> },
    {
      id: "status",
      header: "State",
      cell: ({ status, purpose, failureReason, expectedAt, paidWith, returned }) => {
        const { word, tone } = purpose === "repayment" ? repaymentWords(status) : fundingWords(status);
        return (
          <span>
            <StatusBadge tone={tone} variant="plain">
              {word}
            </StatusBadge>
            {expectedAt !== null && (
              <span className="block text-small text-muted">
                expected by <DateTime at={expectedAt} timeZone={milestone.timeZone} show="day" />
              </span>
            )}
            {paidWith !== null && (
              <span className="block text-small text-muted">
                {paidWith.label} ending in {paidWith.last4}
              </span>
            )}
            {returned > 0n && (
              <span className="block text-small text-risk-text">
                taken back: <Money amount={returned} currency={currency} />
              </span>
            )}
            {failureReason !== null && <span className="block text-small text-muted">{failureReason}</span>}
          </span>
        );
      },
    },
    {
      id: "amount",
      header: "For the milestone",
      align: "end",
      cell: ({ amount }) => <Money amount={amount} currency={currency} />,
    },
  ];
  if (milestone.fundings.some(({ receiptNumber }) => receiptNumber !== null)) {
    columns.push({
      id: "receipt",
      header: "Receipt",
      cell: ({ id, receiptNumber }) =>
        receiptNumber !== null && (
          <TextLink href={`/api/receipts/${id}.pdf`} download>{`Receipt ${receiptNumber}`}</TextLink>
        ),
    });
  }
  if (side === "brand") {
    columns.push(
      {
        id: "fee",
        header: "Fee",
        align: "end",
        cell: ({ fee }) => <Money amount={fee} currency={currency} />,
      },
      {
        id: "charged",
        header: "Charged",
        align: "end",
        cell: ({ charged }) => <Money amount={charged} currency={currency} className="font-medium" />,
      },
    );
  }
  return (
    <Section
      title="Funding"
      action={
        <DownloadCsv
          table="fundings"
          filter={{ milestoneId: milestone.id }}
          what="the payments into this milestone"
        />
      }
    >
      <DataTable
        caption="Funding"
        captionHidden
        columns={columns}
        rows={milestone.fundings}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}
