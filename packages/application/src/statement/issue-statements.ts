import { createHash } from "node:crypto";
import type { TenantTransaction } from "@evenshare/database";
import {
  canonicalJson,
  dayIn,
  daysAfter,
  type IssuedStatement,
  ok,
  type Result,
  refuse,
  type StatementIssue,
  statementIssuedMessages,
  statementNumber,
  views,
} from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { type LoadedShareParty, lockShare, shareHint, shareName } from "../share/load-share";
import type { Verb } from "../verb";
import { issuerCode, takeNumbers } from "./numbers";
import { readContext } from "./read-context";
import { type RecordContext, writeRecord } from "./write-record";

/**
 * Issues the statements of an agreement's open period: one for each payee, also when nothing is due, numbered without a
 * gap and chained by hash. From then on neither they nor the lines they state change.
 *
 * Refused with `share.not_found`, `share.not_active`, `statement.other_period` when the period is not the earliest open
 * one, `statement.period_open` before its last day is over, and `statement.too_many_lines`.
 */
export const issueStatements: Verb<
  z.input<typeof views.issueStatementsInput>,
  z.infer<typeof views.issuedStatements>
> = async (deps, scope, raw) => {
  const done = await runCommand(deps, scope, raw, {
    name: "statement.issue",
    permission: "statement.issue",
    input: views.issueStatementsInput,
    answer: z.object({ period: z.string(), numbers: z.string() }),
    async carryOut(tx, { agreementId, period }, now) {
      const locked = await lockShare(tx, scope.organizationId, agreementId);
      if (!locked.ok) return locked;
      const share = locked.value;
      if (share.brandId !== scope.organizationId) return refuse({ code: "share.not_found" });
      const context = await readContext(tx, share, now);
      if (!context.ok) return context;
      const checked = checkPeriod(context.value, period, now);
      if (!checked.ok) return checked;
      const statements = await issueAll(deps, tx, scope, context.value, now);
      await settleLines(tx, scope.organizationId, context.value);
      const numbers = statements.map(({ number }) => number).join(", ");
      return ok({
        answer: { period, numbers },
        audit: [
          {
            action: "statement.issue",
            subjectType: "share",
            subjectId: agreementId,
            partnershipId: null,
            before: {},
            after: { agreement: shareName(share), period, numbers },
            reason: null,
          },
        ],
        messages: statements.flatMap((statement) => statementIssuedMessages(statement, deps.newId)),
        live: [{ ...shareHint(share), topic: "statement" }],
      });
    },
  });
  return done.ok ? ok({ period: done.value.period, numbers: done.value.numbers.split(", ") }) : done;
};

function checkPeriod({ run }: RecordContext, period: string, now: Date): Result<void> {
  if (run.period.name !== period)
    return refuse({ code: "statement.other_period", details: { period: run.period.name } });
  if (dayIn(run.terms.timeZone, now) <= run.period.lastDay)
    return refuse({ code: "statement.period_open", details: { lastDay: run.period.lastDay } });
  return ok(undefined);
}

async function issueAll(
  deps: Deps,
  tx: TenantTransaction,
  scope: Scope,
  context: RecordContext,
  now: Date,
): Promise<IssuedStatement[]> {
  const { share, version, terms } = context.run;
  const date = dayIn(terms.timeZone, now);
  const year = Number(date.slice(0, 4));
  const payees = share.parties.filter(({ role }) => role === "payee");
  const tenant = await issuerCode(tx, scope.organizationId);
  const first = await takeNumbers(tx, scope.organizationId, year, payees.length);
  const issued: IssuedStatement[] = [];
  for (const [index, payee] of payees.entries()) {
    const sequence = first + index;
    const issue: StatementIssue = {
      number: statementNumber({ tenant, agreement: share.code, year, sequence }),
      date,
      dueDate: daysAfter(date, version.settings.holdingDays),
      disputeDeadline: daysAfter(date, version.settings.disputeDays),
    };
    const place = { id: deps.newId(), year, sequence, issuedAt: now, issuedByName: scope.userName };
    issued.push(await issueOne(tx, context, payee, issue, place));
  }
  return issued;
}

async function issueOne(
  tx: TenantTransaction,
  context: RecordContext,
  payee: LoadedShareParty,
  issue: StatementIssue,
  place: {
    readonly id: string;
    readonly year: number;
    readonly sequence: number;
    readonly issuedAt: Date;
    readonly issuedByName: string;
  },
): Promise<IssuedStatement> {
  const { share, version, period, result } = context.run;
  const record = writeRecord(context, payee, issue);
  const text = canonicalJson(record);
  const { currency } = version.terms;
  const settlement = result.statements.find(({ party }) => party === payee.key)?.settlement;
  if (settlement === undefined || payee.partnershipId === null)
    throw new Error(`${payee.key} cannot be sent a statement`);
  const { payable, carriedOver } = settlement;
  await tx.statement.create({
    data: {
      ...place,
      organizationId: share.brandId,
      agreementId: share.id,
      version: version.version,
      partyKey: payee.key,
      payeeId: payee.organizationId,
      partnershipId: payee.partnershipId,
      period: period.name,
      firstDay: new Date(period.firstDay),
      lastDay: new Date(period.lastDay),
      number: issue.number,
      currency,
      netRevenue: result.accrual.net,
      share: BigInt(record.summary.share.minor),
      payable,
      carriedOver,
      record: text,
      sha256: createHash("sha256").update(text, "utf8").digest("hex"),
      previousSha256: record.identity.previous?.sha256 ?? null,
      dueOn: new Date(issue.dueDate),
      disputeUntil: new Date(issue.disputeDeadline),
    },
  });
  return {
    id: place.id,
    number: issue.number,
    period: period.name,
    title: share.title,
    currency,
    payable,
    carriedOver,
    dueOn: issue.dueDate,
    disputeUntil: issue.disputeDeadline,
    issuer: { organizationId: share.brandId, name: record.identity.issuer.name },
    payee: { organizationId: payee.organizationId, name: payee.name },
  };
}

/** What counted, or was listed as unmatched, keeps its period for good. */
async function settleLines(
  tx: TenantTransaction,
  organizationId: string,
  { run }: RecordContext,
): Promise<void> {
  const { result, lines, share, period } = run;
  const stated = new Set([
    ...result.counted.map(({ event }) => event.id),
    ...result.unmatched.map(({ event }) => event.id),
  ]);
  await tx.statementEvent.createMany({
    data: lines
      .filter((line) => !line.stated && stated.has(line.event.id))
      .map(({ sourceId, eventId }) => ({
        agreementId: share.id,
        sourceId,
        eventId,
        organizationId,
        period: period.name,
      })),
  });
}
