import { currencyCode, ok, openFunding, quoteFunding as quote, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { findSnapshot } from "./read-snapshot";
import { runQuery } from "./run-query";

const input = z.strictObject({ id: views.id, amount: z.bigint(), currency: currencyCode });

/** What funding an amount would cost the brand. Refused in the same words as the funding itself would be. */
export const quoteFunding: Verb<z.input<typeof input>, z.infer<typeof views.fundingQuote>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "milestone.fund",
    input,
    async read(tx, { id, amount, currency }) {
      const found = await findSnapshot(tx, id);
      if (!found.ok) return found;
      // A payment page that was left open is closed by the next one, so it does not stand in the way.
      const snapshot = {
        ...found.value,
        fundings: found.value.fundings.filter(({ status }) => status !== "opened"),
      };
      const actor = {
        kind: "person",
        userId: scope.userId,
        organizationId: scope.organizationId,
        ip: null,
      } as const;
      const context = { now: deps.clock.now(), actor, newId: deps.newId };
      const possible = openFunding(snapshot, { amount, currency }, context);
      if (!possible.ok) return possible;
      const toFundAfter = snapshot.amount - snapshot.money.funded - amount;
      return ok({ currency, amount, ...quote(snapshot, amount), toFundAfter });
    },
  });
