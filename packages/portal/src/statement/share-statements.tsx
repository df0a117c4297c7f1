import type { views } from "@evenshare/domain";
import { Button, EmptyState, Section, StatusBadge, TableSkeleton, useFormatting } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { FileClock, ReceiptText } from "lucide-react";
import { useState } from "react";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { dayWords } from "../partnership/day-words";
import { DraftSums } from "./draft-sums";
import { IssueDialog } from "./issue-dialog";
import { StatementList } from "./statement-list";
import { periodTitle } from "./statement-words";

/** On the page of an agreement: what the open period would say now, and the statements that were issued. */
export function ShareStatements({ share }: { share: views.ShareView }) {
  const trpc = useTRPC();
  const active = share.state === "active" || share.state === "changing";
  const query = useQuery(
    trpc.statements.openPeriod.queryOptions({ agreementId: share.id }, { enabled: active }),
  );
  const refused = query.error !== null && readFailure(query.error).code === "share.not_active";
  if (!active || refused) return <NotYet share={share} />;
  return (
    <>
      <Loaded
        query={query}
        what="The open period"
        skeleton={<TableSkeleton label="Loading the open period" rows={2} />}
      >
        {(open) => <OpenPeriod open={open} />}
      </Loaded>
      <Section title="Statements">
        <StatementList
          agreementId={share.id}
          empty={
            <EmptyState icon={ReceiptText} title="No statements yet">
              Once a period is over, the brand issues one statement to each payee. They are listed here.
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}

function NotYet({ share: { state, effectiveFrom } }: { share: views.ShareView }) {
  const { locale } = useFormatting();
  const over = state === "declined" || state === "withdrawn";
  return (
    <Section title="Statements">
      <EmptyState icon={FileClock} title={over ? "No statements" : "Statements have not begun"}>
        {over
          ? "This revenue share is not in force, so nothing is shared and no statement is issued."
          : `Statements begin when every party has accepted the terms. The first one begins on ${dayWords(effectiveFrom, locale)}.`}
      </EmptyState>
    </Section>
  );
}

function OpenPeriod({ open }: { open: views.OpenPeriodView }) {
  const { locale } = useFormatting();
  const { side } = usePortal();
  const [asked, setAsked] = useState(false);
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          Open period: {periodTitle(open.period, locale)}
          <StatusBadge tone="waiting">Draft</StatusBadge>
        </span>
      }
      description={periodLine(open, side, locale)}
      action={
        open.canIssue ? (
          <Button variant="primary" onClick={() => setAsked(true)}>
            Issue statements
          </Button>
        ) : undefined
      }
    >
      <DraftSums
        drafts={open.drafts}
        caption="What the statements would say now; each draft opens to its explanation"
        draftHref={(party) => `/shares/${open.agreementId}/draft/${encodeURIComponent(party)}`}
      />
      {open.lateLines > 0 && (
        <p className="mt-3 max-w-reading text-dense text-muted">{lateWords(open.lateLines)}</p>
      )}
      {asked && <IssueDialog open={open} onClose={() => setAsked(false)} />}
    </Section>
  );
}

function periodLine(open: views.OpenPeriodView, side: "brand" | "producer", locale: string): string {
  const days = `${dayWords(open.firstDay, locale)} to ${dayWords(open.lastDay, locale)}.`;
  if (!open.ended) return `${days} Its statements can be issued when it is over.`;
  if (open.canIssue) return `${days} It is over: check the drafts, then issue them.`;
  return side === "brand"
    ? `${days} It is over. Somebody with the role owner or finance can issue its statements.`
    : `${days} It is over. The brand issues the statements next.`;
}

function lateWords(lines: number): string {
  return lines === 1
    ? "1 line of an earlier period came after that was issued. It counts in this one, under its own date."
    : `${lines} lines of earlier periods came after those were issued. They count in this one, under their own dates.`;
}
