import {
  checkSteps,
  ok,
  positiveAmount,
  quoteRelease as quote,
  quoteSecondPerson,
  refuse,
  views,
} from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { findSnapshot } from "./read-snapshot";
import { runQuery } from "./run-query";

const input = z.strictObject({ id: views.id, amount: positiveAmount });

/**
 * What releasing an amount would mean: the fee, and what the producer receives.
 * Refused with `milestone.not_found`, and with `release.more_than_held` beyond what is held now.
 */
export const quoteRelease: Verb<z.input<typeof input>, z.infer<typeof views.releaseQuote>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "milestone.release",
    input,
    async read(tx, { id, amount }) {
      const snapshot = await findSnapshot(tx, id);
      if (!snapshot.ok) return snapshot;
      const { currency, money } = snapshot.value;
      const inSteps = checkSteps(amount, currency);
      if (!inSteps.ok) return inSteps;
      const { held } = money;
      if (amount > held) {
        const details = { held: String(held), amount: String(amount) };
        return refuse({ code: "release.more_than_held", field: "amount", details });
      }
      return ok({
        currency,
        gross: amount,
        ...quote(snapshot.value, amount),
        heldAfter: held - amount,
        secondPerson: quoteSecondPerson(snapshot.value, amount, scope.userId),
      });
    },
  });
