import type { views } from "@evenshare/domain";
import { Banner, DateTime, DescriptionList, Progress, Stat, StatRow, useFormatting } from "@evenshare/ui";
import { sizeTicks } from "./size-ticks";

type Import = views.RevenueImportView;

/** How far an import is and what that means for what counts, then what became of its rows. */
export function ImportState({ imported }: { imported: Import }) {
  return (
    <div className="flex flex-col gap-6">
      <WhereItStands imported={imported} />
      <Counts imported={imported} />
      <DescriptionList
        items={[
          { term: "Source", value: imported.source },
          {
            term: "Started",
            value: (
              <>
                <DateTime at={imported.createdAt} />, by {imported.createdBy}
              </>
            ),
          },
          ...(imported.finishedAt === null
            ? []
            : [{ term: "Finished", value: <DateTime at={imported.finishedAt} /> }]),
          ...(imported.revertedAt === null
            ? []
            : [
                {
                  term: "Taken back",
                  value: (
                    <>
                      <DateTime at={imported.revertedAt} />
                      {imported.revertedBy !== null && `, by ${imported.revertedBy}`}
                    </>
                  ),
                },
              ]),
        ]}
      />
    </div>
  );
}

function WhereItStands({
  imported: { status, bytesRead, bytesTotal, problem, rowsFaulty },
}: {
  imported: Import;
}) {
  if (status === "reading") {
    const { done, total, unit } = sizeTicks(bytesRead, bytesTotal);
    return (
      <div>
        <Progress label="Reading the file" done={done} total={total} unit={unit} />
        <p className="mt-2 text-small text-muted">
          None of its rows counts until all are read. You can leave this page; it goes on.
        </p>
      </div>
    );
  }
  if (status === "failed") {
    return (
      <Banner tone="risk" title="The file was not read to its end">
        {problem === null ? "" : `${sentence(problem)} `}None of its rows counts. Mend the file and import it
        again.
      </Banner>
    );
  }
  if (status === "reverted") {
    return <Banner title="This import was taken back">None of its rows counts any more.</Banner>;
  }
  if (rowsFaulty > 0) {
    return (
      <Banner tone="risk" title="Its rows count, but not all could be read">
        The rows below are not stored. Mend them in the file and import it again under the same source: rows
        that are stored already are known and not counted twice.
      </Banner>
    );
  }
  return <Banner tone="done" title="All rows were read and count" />;
}

/** The server's reasons begin small and end without a full stop. */
function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return whole.endsWith(".") ? whole : `${whole}.`;
}

function Counts({ imported }: { imported: Import }) {
  const { locale } = useFormatting();
  const format = new Intl.NumberFormat(locale);
  return (
    <StatRow label="What became of the rows">
      <Stat label="Rows read" value={format.format(imported.rowsRead)} />
      <Stat label="New" value={format.format(imported.rowsNew)} />
      <Stat label="Known" value={format.format(imported.rowsKnown)} detail="stored by an earlier file" />
      <Stat label="Left out" value={format.format(imported.rowsSkipped)} detail="by the mapping" />
      <Stat label="Faulty" value={format.format(imported.rowsFaulty)} detail="not stored" />
    </StatRow>
  );
}
