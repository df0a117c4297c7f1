import { Accounts } from "./account-parts";
import { BalanceProof, Changes } from "./balance-parts";
import { Adjustments, AllParties, LateAndMissing } from "./further-parts";
import { Dates } from "./identity-parts";
import { ItemsTable } from "./items-table";
import { Lines, linesId } from "./lines-section";
import { SettlementParts } from "./settlement-parts";
import { SummaryFigures } from "./summary-figures";
import { TierPosition } from "./tier-position";
import type { PartProps } from "./voice";
import { Waterfall } from "./waterfall";

interface StatementBodyProps extends PartProps {
  agreementId: string;
}

/** Everything a statement says under its heading, issued or a draft. */
export function StatementBody({ record, voice, agreementId }: StatementBodyProps) {
  return (
    <>
      <SummaryFigures record={record} voice={voice} />
      <div className="mt-9">
        <Waterfall record={record} voice={voice} />
        <Changes record={record} voice={voice} />
        <BalanceProof record={record} />
        <ItemsTable record={record} voice={voice} />
        <TierPosition record={record} />
        <Accounts record={record} voice={voice} />
        <Adjustments record={record} />
        <AllParties record={record} voice={voice} />
        <SettlementParts record={record} />
        <LateAndMissing record={record} />
        <Dates record={record} agreementId={agreementId} />
        <div id={linesId} className="mt-9 scroll-mt-20">
          <Lines record={record} voice={voice} />
        </div>
      </div>
    </>
  );
}
