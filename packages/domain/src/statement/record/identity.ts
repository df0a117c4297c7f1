import { compareEvents } from "../revenue-event";
import { amountsIn, type StatementCurrency } from "./amount";
import type { StatementInput } from "./input";
import { writeInstant } from "./lines";
import type { RecordCompleteness, RecordCurrency, RecordIdentity } from "./record";
import type { Scene } from "./scene";

/** Who owes whom for when, under which agreement (statement rules, section 1). */
export function identityOf({ input, result }: Scene): RecordIdentity {
  checkKind(input);
  const { kind, corrects, issue, agreement, contact, terms, currency, previous } = input;
  const { name, firstDay, lastDay } = result.period;
  const { id, title, version, effectiveFrom, effectiveTo } = agreement;
  return {
    number: issue?.number ?? null,
    kind,
    corrects,
    issueDate: issue?.date ?? null,
    dueDate: issue?.dueDate ?? null,
    disputeDeadline: issue?.disputeDeadline ?? null,
    issuer: partyOf(input.issuerParty),
    payee: partyOf(input.payeeParty),
    contact: { name: contact.name, email: contact.email },
    agreement: { id, title, version, effectiveFrom, effectiveTo },
    period: { name, firstDay, lastDay, timeZone: terms.timeZone, cutOff: input.cutOff.toISOString() },
    currency: currencyOf(currency, 1n),
    payoutCurrency: currencyOf(input.fx?.payoutCurrency ?? currency, input.payoutUnit),
    engineVersion: input.engineVersion,
    previous: previous === null ? null : { number: previous.number, sha256: previous.sha256 },
  };
}

function checkKind({ kind, corrects, previous }: StatementInput): void {
  if ((kind === "correction") !== (corrects !== null))
    throw new RangeError("a correction names the statement that it corrects, and nothing else does");
  if (previous !== null && !/^[0-9a-f]{64}$/.test(previous.sha256))
    throw new RangeError("the hash of the previous statement is not a SHA-256");
}

/** Field by field: what else a caller's object holds must not get into a record. */
function partyOf({ name, address, taxId }: StatementInput["issuerParty"]): RecordIdentity["issuer"] {
  return { name, address: [...address], taxId };
}

function currencyOf({ code, digits }: StatementCurrency, unit: bigint): RecordCurrency {
  return { code, digits, unit: amountsIn({ code, digits })(unit) };
}

/** Which data the statement rests on. The last event is the latest of the period that was counted. */
export function completenessOf({ input, result }: Scene): RecordCompleteness {
  const { expected, received, lateIn, lateOut } = input.completeness;
  const last = result.counted
    .map(({ event }) => event)
    .sort(compareEvents)
    .at(-1);
  return {
    expected: [...expected],
    received: [...received],
    missing: expected.filter((source) => !received.includes(source)),
    lastEventAt: last === undefined ? null : writeInstant(last.at),
    lateIn,
    lateOut,
  };
}
