import { writeDecimal } from "../money/decimal-text";
import { type Failure, ok, type Result, refuse } from "../result";
import type { Fault } from "../statement/fault";
import type { JsonFile } from "../statement/json-node";
import { readTerms } from "../statement/read-terms";
import type { StatementTerms } from "../statement/terms";
import type { ProposedTerms, ShareTermsFile } from "./terms-file";

/** One thing that is wrong with proposed terms: the path of the field (`share.tiers.0.ratesBp`), and why. */
export interface TermsFault {
  readonly field: string;
  readonly reason: string;
}

/**
 * Everything that is wrong with proposed terms, by the rules of statements and by those of an agreement between a brand,
 * which alone pays, and its producers.
 */
export function findTermsFaults(terms: ProposedTerms): TermsFault[] {
  const { faults } = readTerms(asFile(terms));
  return [...faults.map(toTermsFault), ...findPartyFaults(terms)];
}

/** The terms as a file of their agreement. Refused with the first fault by field and reason, and all of them in words. */
export function makeShareTerms(terms: ProposedTerms, agreement: string): Result<ShareTermsFile> {
  const [first, ...more] = findTermsFaults(terms);
  if (first === undefined) return ok({ version: 1, agreement, ...terms });
  return refuse(termsFailure(first, more));
}

/** How a fault of terms is told: the field under `terms`, and beside it everything else that is wrong. */
export function termsFailure(first: TermsFault, more: readonly TermsFault[] = []): Failure {
  return {
    code: "input.invalid",
    field: `terms.${first.field}`,
    details: {
      reason: first.reason,
      ...(more.length > 0 && { others: more.map(({ field, reason }) => `${field} ${reason}`) }),
    },
  };
}

/** Terms as statements are computed from them; undefined when they are faulty. */
export function readShareTerms(terms: ProposedTerms): StatementTerms | undefined {
  return readTerms(asFile(terms)).terms;
}

function asFile(terms: ProposedTerms): JsonFile {
  return { name: "terms", value: { version: 1, agreement: "AGR", ...terms }, lineOf: () => 1 };
}

/** Faults of files name list elements as `tiers[1]`; inputs of the product as `tiers.1`. */
function toTermsFault({ field, what }: Fault): TermsFault {
  return { field: field.replaceAll(/\[(\d+)\]/g, ".$1"), reason: inPercent(what) };
}

/** Files count in basis points; people who read why a proposal was refused think in percent. */
function inPercent(what: string): string {
  const [, sum] = /^sum to (\d+), not to 10000$/.exec(what) ?? [];
  if (sum !== undefined) return `sum to ${writePercent(BigInt(sum))}%, not to 100%`;
  return what.replace("a whole number of basis points from 0 to 10000", "a percentage from 0 to 100");
}

function writePercent(basisPoints: bigint): string {
  return writeDecimal(basisPoints, 2).replace(/\.?0+$/, "");
}

function findPartyFaults({ parties, share }: ProposedTerms): TermsFault[] {
  const payers = parties.filter(({ role }) => role === "payer").length;
  if (payers !== 1) return [{ field: "parties", reason: "do not have exactly one that pays" }];
  if (parties.length === 1) return [{ field: "parties", reason: "name nobody who is paid" }];
  const idle = parties.findIndex(
    ({ id, role }) => role === "payee" && share.tiers.every(({ ratesBp }) => (ratesBp[id] ?? 0) === 0),
  );
  return idle === -1 ? [] : [{ field: `parties.${idle}`, reason: "has no share in any tier" }];
}
