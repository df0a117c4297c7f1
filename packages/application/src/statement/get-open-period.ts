import { canonicalJson, dayIn, isAllowed, ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import { runQuery } from "../query/run-query";
import { loadShares } from "../share/load-share";
import type { Verb } from "../verb";
import { readContext } from "./read-context";
import { countLate, writeRecord } from "./write-record";

/**
 * The earliest period of an agreement that has no statements yet, and what they would say now: every payee's to the
 * brand, a payee's own to a payee. Refused with `share.not_found`, `share.not_active` and `statement.too_many_lines`.
 */
export const getOpenPeriod: Verb<z.input<typeof views.openPeriodInput>, views.OpenPeriodView> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "statement.read",
    input: views.openPeriodInput,
    async read(tx, { agreementId }) {
      const { organizationId, kind, role } = scope;
      const share = (await loadShares(tx, organizationId, [agreementId])).get(agreementId);
      if (share === undefined) return refuse({ code: "share.not_found" });
      const now = deps.clock.now();
      const context = await readContext(tx, share, now);
      if (!context.ok) return context;
      const { run } = context.value;
      const ended = dayIn(run.terms.timeZone, now) > run.period.lastDay;
      const shown = share.parties.filter(
        (party) =>
          party.role === "payee" &&
          (share.brandId === organizationId || party.organizationId === organizationId),
      );
      return ok({
        agreementId,
        period: run.period.name,
        firstDay: run.period.firstDay,
        lastDay: run.period.lastDay,
        ended,
        canIssue: ended && isAllowed("statement.issue", kind, role),
        lateLines: countLate(run),
        drafts: shown.map((party) => ({
          party: party.key,
          payee: party.name,
          record: canonicalJson(writeRecord(context.value, party, null)),
        })),
      });
    },
  });
