import type { views } from "@evenshare/domain";
import { TableSkeleton } from "@evenshare/ui";
import type { ReactNode } from "react";
import { LoadMore, type PagedQuery } from "../app/load-more";
import { Loaded, type LoadedProps } from "../app/loaded";
import { LogFilter } from "./log-filter";
import { LogSums, type LogSumsProps } from "./log-sums";
import type { LogFilterState } from "./use-log-filter";

export interface MoneyLogProps<Row> {
  log: LogFilterState;
  summary: LoadedProps<views.MoneyLogSummary>["query"] & { readonly isPlaceholderData: boolean };
  rows: LoadedProps<{ readonly pages: readonly { readonly items: readonly Row[] }[] }>["query"] & PagedQuery;
  /** What the log lists, in lower case: "payouts". */
  what: string;
  /** What happens on the days that are asked for: "a payout was created". */
  event: string;
  words: LogSumsProps["words"];
  /** Lines of text in a row, for the outline while it is loaded. */
  lines: number;
  /** What stands there when nothing is in the range. */
  empty: ReactNode;
  children: (rows: readonly Row[], timeZone: string) => ReactNode;
}

/** A log of money: its filter, the rows under it, and what all of them come to, loaded or not. */
export function MoneyLog<Row>(props: MoneyLogProps<Row>) {
  const { log, summary, rows, what, event, words, lines, empty, children } = props;
  const reading = {
    what: `The ${what}`,
    skeleton: <TableSkeleton label={`Loading ${what}`} rows={5} lines={lines} />,
  };
  return (
    <Loaded query={summary} {...reading}>
      {({ timeZone, partners, sums }) => (
        <>
          <LogFilter {...log} summary={{ partners, timeZone }} event={event} />
          <Loaded query={rows} {...reading}>
            {({ pages }) => {
              const loaded = pages.flatMap(({ items }) => items);
              if (loaded.length === 0) return empty;
              return (
                <>
                  {children(loaded, timeZone)}
                  <LoadMore query={rows} what={what} />
                  <LogSums
                    sums={summary.isPlaceholderData ? [] : sums}
                    narrowed={log.narrowed}
                    words={words}
                  />
                </>
              );
            }}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}
