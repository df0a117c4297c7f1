import { readStatementRecord, type views } from "@evenshare/domain";
import {
  Banner,
  Breadcrumbs,
  ButtonLink,
  PageHeader,
  PageHeaderSkeleton,
  StatRowSkeleton,
  StatusBadge,
  useFormatting,
} from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useMemo } from "react";
import { useParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { dayWords } from "../partnership/day-words";
import { StatementBody } from "./statement-body";
import { StatementFiles, statementFile } from "./statement-files";
import { outcomeWords, periodTitle } from "./statement-words";
import { voiceOf } from "./voice";

/** One issued statement, explained. */
export function StatementScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.statements.get.queryOptions({ id }));
  return (
    <Loaded
      query={query}
      what="The statement"
      page
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading the statement" />
          <StatRowSkeleton label="Loading the summary" count={5} />
        </>
      }
    >
      {(statement) => <Statement statement={statement} />}
    </Loaded>
  );
}

function Statement({ statement }: { statement: views.StatementView }) {
  const { id, number, period, agreementId, agreementTitle, payee, issuer, payable, disputeUntil } = statement;
  const { locale } = useFormatting();
  const { side } = usePortal();
  useDocumentTitle(number);
  const record = useMemo(() => readStatementRecord(statement.record), [statement.record]);
  const { word, tone } = outcomeWords(payable);
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: "Statements", href: "/statements" }, { label: number }]} />}
        title={`${number} · ${periodTitle(period, locale)}`}
        subtitle={`${agreementTitle}, ${side === "brand" ? `for ${payee}` : `from ${issuer}`}. It can be disputed until ${dayWords(disputeUntil, locale)}.`}
        status={<StatusBadge tone={tone}>{word}</StatusBadge>}
        action={
          <ButtonLink variant="primary" icon={Download} href={statementFile(id, "statement.pdf")} download>
            Download the PDF
          </ButtonLink>
        }
      />
      {payable > 0n && (
        <div className="mb-7">
          <Banner title={side === "brand" ? `You pay ${payee} directly` : `${issuer} pays you directly`}>
            Statements are not paid out through Evenshare yet.
          </Banner>
        </div>
      )}
      <StatementBody record={record} voice={voiceOf(side, payee)} agreementId={agreementId} />
      <StatementFiles statement={statement} previous={record.identity.previous} />
    </>
  );
}
