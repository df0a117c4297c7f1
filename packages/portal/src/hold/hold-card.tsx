import type { views } from "@evenshare/domain";
import {
  Button,
  Card,
  DateTime,
  DescriptionList,
  formatDateTime,
  Link,
  Money,
  StatusBadge,
  useFormatting,
} from "@evenshare/ui";
import { lazy, Suspense, useState } from "react";
import { holdOwnerWords, holdReasonWords } from "./hold-words";

const AppealDialog = lazy(async () => ({ default: (await import("./appeal-dialog")).AppealDialog }));

export interface HoldCardProps {
  hold: views.HoldView;
  /** Whether the milestone is named: not on its own page. */
  named?: boolean;
}

/** One hold: what is held back and why, who put it there, on what evidence, and what happens on which date. */
export function HoldCard({ hold, named = true }: HoldCardProps) {
  const [appealing, setAppealing] = useState(false);
  const { currency, timeZone, end, appeal, answer } = hold;
  const Heading = named ? "h2" : "h3";
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading className="font-semibold">{holdReasonWords(hold.reason)}</Heading>
        <StatusBadge tone={end === null ? "risk" : "neutral"}>
          {end === null ? "On hold" : "Ended"}
        </StatusBadge>
      </div>
      <p className="mb-3 max-w-reading">{hold.words}</p>
      <DescriptionList
        items={[
          ...(named
            ? [
                {
                  term: "Milestone",
                  value: (
                    <>
                      <Link href={`/milestones/${hold.milestoneId}`}>{hold.milestoneTitle}</Link>, with{" "}
                      {hold.counterparty.name}
                    </>
                  ),
                },
              ]
            : []),
          { term: "Taken back", value: <Money amount={hold.amount} currency={currency} /> },
          { term: "Of that, from held funds", value: <Money amount={hold.fromHeld} currency={currency} /> },
          {
            term: "Of that, already released",
            value: (
              <>
                <Money amount={hold.owed} currency={currency} />
                {hold.owed > 0n && <span className="text-muted">, owed by the brand</span>}
              </>
            ),
          },
          { term: "Placed by", value: holdOwnerWords(hold) },
          { term: "Placed", value: <DateTime at={hold.placedAt} timeZone={timeZone} /> },
          { term: "Evidence", value: <Evidence hold={hold} /> },
          end === null
            ? {
                term: "What happens next",
                value: (
                  <>
                    It ends by itself when the brand has paid again, or the payment is found to stand. If
                    neither happens, both sides are told again on{" "}
                    <DateTime at={hold.nextAt} timeZone={timeZone} />.
                  </>
                ),
              }
            : {
                term: "Ended",
                value: (
                  <>
                    <DateTime at={end.at} timeZone={timeZone} />. {end.reason}
                  </>
                ),
              },
          ...(appeal === null
            ? []
            : [
                {
                  term: "Objection",
                  value: (
                    <>
                      <span className="whitespace-pre-line">{appeal.note}</span>
                      <span className="block text-small text-muted">
                        {appeal.by}, <DateTime at={appeal.at} timeZone={timeZone} />
                      </span>
                    </>
                  ),
                },
              ]),
          ...(answer === null
            ? []
            : [
                {
                  term: "Answer",
                  value: (
                    <>
                      <span className="whitespace-pre-line">
                        {answer.answer === "upheld" ? "The hold stands." : "The hold ends."} {answer.reason}
                      </span>
                      <span className="block text-small text-muted">
                        The platform's operator, <DateTime at={answer.at} timeZone={timeZone} />
                      </span>
                    </>
                  ),
                },
              ]),
        ]}
      />
      {hold.canAppeal && (
        <div className="mt-4">
          <Button onClick={() => setAppealing(true)}>Object to this hold</Button>
        </div>
      )}
      <Suspense fallback={null}>
        {appealing && <AppealDialog hold={hold} onClose={() => setAppealing(false)} />}
      </Suspense>
    </Card>
  );
}

/** What it rests on, word for word; instants among the words are written as everywhere. */
function Evidence({ hold: { evidence, timeZone } }: { hold: views.HoldView }) {
  const { locale } = useFormatting();
  const write = (instant: string) => formatDateTime(new Date(instant), { locale, timeZone });
  return (
    <ul>
      {evidence.map((fact) => (
        <li key={fact} className="break-words">
          {fact.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, write)}
        </li>
      ))}
    </ul>
  );
}
