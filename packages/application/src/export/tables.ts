import type { TableExport } from "./table-export";
import { fundingsTable } from "./tables/fundings";
import { heldFundsTable } from "./tables/held-funds";
import { holdsTable } from "./tables/holds";
import { milestonesTable } from "./tables/milestones";
import { movedMoneyTable } from "./tables/moved-money";
import { partnershipsTable } from "./tables/partnerships";
import { paymentMethodsTable } from "./tables/payment-methods";
import { payoutsTable } from "./tables/payouts";
import { reconciliationTable } from "./tables/reconciliation";
import { releaseLogTable } from "./tables/release-log";
import { releasesTable } from "./tables/releases";
import { revenueFaultsTable } from "./tables/revenue-faults";
import { revenueImportsTable } from "./tables/revenue-imports";
import { revenueLinesTable } from "./tables/revenue-lines";
import { trialBalanceTable } from "./tables/trial-balance";

/** Every table that can be downloaded, each at `/api/exports/<name>.csv`. */
export const tableExports: readonly TableExport[] = [
  partnershipsTable,
  milestonesTable,
  heldFundsTable,
  fundingsTable,
  releasesTable,
  releaseLogTable,
  movedMoneyTable,
  payoutsTable,
  holdsTable,
  paymentMethodsTable,
  revenueLinesTable,
  revenueImportsTable,
  revenueFaultsTable,
  reconciliationTable,
  trialBalanceTable,
];
