import { readStatementRecord, type views } from "@evenshare/domain";
import {
  Banner,
  Breadcrumbs,
  EmptyState,
  PageHeader,
  PageHeaderSkeleton,
  StatRowSkeleton,
  StatusBadge,
  TextLink,
  useFormatting,
} from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { dayWords } from "../partnership/day-words";
import { StatementBody } from "./statement-body";
import { periodTitle } from "./statement-words";
import { voiceOf } from "./voice";

/** What a statement of an agreement's open period would say now. */
export function StatementDraftScreen() {
  const { id = "", party } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.statements.openPeriod.queryOptions({ agreementId: id }));
  return (
    <Loaded
      query={query}
      what="The draft"
      page
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading the draft" />
          <StatRowSkeleton label="Loading the summary" count={5} />
        </>
      }
    >
      {(open) => {
        const draft = open.drafts.find((one) => one.party === party);
        if (draft === undefined) return <NoDraft agreementId={id} />;
        return <Draft open={open} draft={draft} />;
      }}
    </Loaded>
  );
}

interface DraftProps {
  open: views.OpenPeriodView;
  draft: views.OpenPeriodView["drafts"][number];
}

function Draft({ open, draft }: DraftProps) {
  const { locale } = useFormatting();
  const { side } = usePortal();
  const record = useMemo(() => readStatementRecord(draft.record), [draft.record]);
  const title = `Draft · ${periodTitle(open.period, locale)}`;
  const { agreement, issuer } = record.identity;
  useDocumentTitle(title);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Revenue shares", href: "/shares" },
              { label: agreement.title, href: `/shares/${open.agreementId}` },
              { label: "Draft" },
            ]}
          />
        }
        title={title}
        subtitle={`${agreement.title}, ${side === "brand" ? `for ${draft.payee}` : `from ${issuer.name}`}`}
        status={<StatusBadge tone="waiting">Draft</StatusBadge>}
      />
      <div className="mb-7">
        <Banner title="These figures can still change">
          {open.ended
            ? "The period is over. The draft becomes a statement with a number when the brand issues it."
            : `The period lasts until ${dayWords(open.lastDay, locale)}. What is sold or comes back until then is added.`}
        </Banner>
      </div>
      <StatementBody record={record} voice={voiceOf(side, draft.payee)} agreementId={open.agreementId} />
    </>
  );
}

function NoDraft({ agreementId }: { agreementId: string }) {
  useDocumentTitle("Draft");
  return (
    <>
      <PageHeader title="Draft" />
      <EmptyState
        title="There is no such draft"
        action={<TextLink href={`/shares/${agreementId}`}>The revenue share</TextLink>}
      >
        The address names a party that is not a payee of this revenue share, or not yours.
      </EmptyState>
    </>
  );
}
