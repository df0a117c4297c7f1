import { type MessageDraft, moneyRoles } from "../notice/message";
import { addDays, localDayOf } from "../time/local-time";
import { isoDay } from "./period";

/** A statement that was issued, as the people of both sides are told of it. Days are `YYYY-MM-DD`. */
export interface IssuedStatement {
  readonly id: string;
  readonly number: string;
  readonly period: string;
  /** Of the agreement. */
  readonly title: string;
  readonly currency: string;
  /** Minor units; either nothing is payable or nothing is carried over. */
  readonly payable: bigint;
  readonly carriedOver: bigint;
  readonly dueOn: string;
  readonly disputeUntil: string;
  readonly issuer: StatementSide;
  readonly payee: StatementSide;
}

interface StatementSide {
  readonly organizationId: string;
  readonly name: string;
}

/** To the payee, and to the issuer's own people: a statement is there, also when nothing is due. */
export function statementIssuedMessages(statement: IssuedStatement, newId: () => string): MessageDraft[] {
  const { issuer, payee } = statement;
  const owed = statement.carriedOver < 0n;
  return [payee, issuer].map((to) => ({
    id: newId(),
    template: "statement.issued",
    toOrganizationId: to.organizationId,
    toRoles: moneyRoles,
    data: {
      statementId: statement.id,
      statementNumber: statement.number,
      statementPeriod: statement.period,
      shareTitle: statement.title,
      brandName: issuer.name,
      producerName: payee.name,
      currency: statement.currency,
      amount: String(statement.payable),
      carried: String(owed ? -statement.carriedOver : statement.carriedOver),
      carriedSign: owed ? "below" : "above",
      dueOn: statement.dueOn,
      disputeUntil: statement.disputeUntil,
    },
  }));
}

/** @example daysAfter("2011-01-31", 30) // "2011-03-02" */
export function daysAfter(day: string, days: number): string {
  return isoDay(addDays(localDayOf(day), days));
}

const codeLength = 8;

/**
 * The letters and digits that begin an issuer's statement numbers, made of its name.
 *
 * @example issuerCodeFrom("Café Größe & Co") // "CAFEGROS"
 */
export function issuerCodeFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/ß/g, "ss")
    .replace(/[^A-Za-z0-9]/g, "");
  return plain.toUpperCase().slice(0, codeLength) || "BRAND";
}
