import type { Failure } from "../api/failure";
import { accountFailures } from "./account-failures";
import { approvalFailures } from "./approval-failures";
import { type FailureTable, type FailureWords, readFacts } from "./failure-words";
import { fileFailures } from "./file-failures";
import { fundingFailures } from "./funding-failures";
import { mailDomainFailures } from "./mail-domain-failures";
import { milestoneFailures } from "./milestone-failures";
import { noticeFailures } from "./notice-failures";
import { partnershipFailures } from "./partnership-failures";
import { reconciliationFailures } from "./reconciliation-failures";
import { remainderFailures } from "./remainder-failures";
import { requestFailures } from "./request-failures";
import { revenueFailures } from "./revenue-failures";
import { sessionFailures } from "./session-failures";
import { teamFailures } from "./team-failures";

/** Every failure code the portals know, in one place. A test compares it with the codes the server can answer. */
export const failureTable: FailureTable = {
  ...requestFailures,
  ...sessionFailures,
  ...accountFailures,
  ...milestoneFailures,
  ...partnershipFailures,
  ...fundingFailures,
  ...fileFailures,
  ...approvalFailures,
  ...remainderFailures,
  ...revenueFailures,
  ...reconciliationFailures,
  ...noticeFailures,
  ...teamFailures,
  ...mailDomainFailures,
};

export interface FailureReading {
  readonly format: (amount: bigint, currency: string) => string;
  /** The currency meant by amounts whose details name none. */
  readonly currency?: string | undefined;
}

/** Says in sentences what a failure means. A code newer than this page is told by its kind. */
export function describeFailure(failure: Failure, { format, currency }: FailureReading): FailureWords {
  const teller = Object.hasOwn(failureTable, failure.code) ? failureTable[failure.code] : undefined;
  if (teller === undefined) return describeKind(failure);
  return typeof teller === "function" ? teller(readFacts(failure, format, currency)) : teller;
}

function describeKind({ code, definitive }: Failure): FailureWords {
  if (code.endsWith(".not_found")) {
    return {
      happened: "This is not here, or not yours.",
      notDone: "Nothing was done.",
      todo: "Go back and open it from a list.",
    };
  }
  if (definitive) {
    return {
      happened: "The server refused this as things stand now.",
      notDone: "Nothing was done.",
      todo: "Reload the page to see how things stand, then decide again.",
    };
  }
  return {
    happened: "Something went wrong on our side.",
    notDone: "Nobody can tell yet whether it was done.",
    todo: "Try again: pressing the same button again never does it twice.",
  };
}
