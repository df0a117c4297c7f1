import { currencyCode, ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { cutPage, type Page, readCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import { isoDayOf, type LoadedShare, loadShares } from "../share/load-share";
import type { Verb } from "../verb";

const wanted = z.strictObject({ id: views.id });

/** The statements that were issued to or by the reader's organization, newest first. */
export const listStatements: Verb<z.input<typeof views.listStatementsInput>, Page<views.StatementRow>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "statement.read",
    input: views.listStatementsInput,
    async read(tx, { cursor, limit, agreementId }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const rows = await tx.statement.findMany({
        where: {
          AND: [partOf(scope), after(position.value)],
          ...(agreementId === undefined ? {} : { agreementId }),
        },
        orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      const { items, nextCursor } = cutPage(rows, limit, ({ id, issuedAt }) => ({ id, at: issuedAt }));
      const shares = await loadShares(
        tx,
        scope.organizationId,
        items.map((row) => row.agreementId),
      );
      return ok({ items: items.map((row) => describe(row, shares.get(row.agreementId))), nextCursor });
    },
  });

/** One statement with its record, byte for byte as it was issued. Refused with `statement.not_found`. */
export const getStatement: Verb<z.input<typeof wanted>, views.StatementView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "statement.read",
    input: wanted,
    async read(tx, { id }) {
      const row = await tx.statement.findFirst({ where: { id, ...partOf(scope) } });
      if (row === null) return refuse({ code: "statement.not_found" });
      const shares = await loadShares(tx, scope.organizationId, [row.agreementId]);
      const { record, sha256 } = row;
      return ok({ ...describe(row, shares.get(row.agreementId)), record, sha256 });
    },
  });

/** The scope, named in the query itself. */
function partOf({ organizationId }: { readonly organizationId: string }) {
  return { OR: [{ organizationId }, { payeeId: organizationId }] };
}

function after(position: { readonly at: Date; readonly id: string } | null) {
  if (position === null) return {};
  const { at, id } = position;
  return { OR: [{ issuedAt: { lt: at } }, { issuedAt: at, id: { lt: id } }] };
}

interface StoredRow
  extends Omit<
    views.StatementRow,
    "agreementTitle" | "payee" | "issuer" | "firstDay" | "lastDay" | "dueOn" | "disputeUntil" | "currency"
  > {
  readonly partyKey: string;
  readonly firstDay: Date;
  readonly lastDay: Date;
  readonly dueOn: Date;
  readonly disputeUntil: Date;
  readonly currency: string;
}

function describe(row: StoredRow, share: LoadedShare | undefined): views.StatementRow {
  if (share === undefined) throw new Error(`statement ${row.id} has no agreement`);
  const nameOf = (wantedParty: (party: LoadedShare["parties"][number]) => boolean) =>
    share.parties.find(wantedParty)?.name ?? "";
  return {
    id: row.id,
    number: row.number,
    agreementId: row.agreementId,
    agreementTitle: share.title,
    payee: nameOf(({ key }) => key === row.partyKey),
    issuer: nameOf(({ role }) => role === "payer"),
    period: row.period,
    firstDay: isoDayOf(row.firstDay),
    lastDay: isoDayOf(row.lastDay),
    issuedAt: row.issuedAt,
    dueOn: isoDayOf(row.dueOn),
    disputeUntil: isoDayOf(row.disputeUntil),
    currency: currencyCode.parse(row.currency),
    netRevenue: row.netRevenue,
    share: row.share,
    payable: row.payable,
    carriedOver: row.carriedOver,
  };
}
