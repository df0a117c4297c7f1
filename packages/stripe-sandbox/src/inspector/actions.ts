import { moveClock } from "../clock/move-clock";
import { deauthorize, demand } from "../connect/demand";
import { failPayout } from "../connect/payout-steps";
import { failTopup } from "../connect/topup-steps";
import { actingFor, type Context } from "../context";
import { redeliver } from "../events/redeliver";
import { completeDebit, failDebit, returnDebit } from "../payments/bank-debits";
import { decideDispute } from "../payments/decide-dispute";
import { openDispute } from "../payments/open-dispute";
import { failRefund } from "../payments/pay-refund";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import type { ObjectOf, ObjectTable, Owned } from "../state/tables";

/** Does what a button of the inspector says. Throws when the form makes no sense. */
export async function runAction(sandbox: Sandbox, platform: Platform, form: URLSearchParams): Promise<void> {
  const id = form.get("id") ?? "";
  switch (form.get("action")) {
    case "advance": {
      const ms = Number(form.get("ms"));
      return moveClock(sandbox, (clock) => clock.advanceBy(ms));
    }
    case "set": {
      // The browser's local-time field carries no zone; the page says that it is read as UTC.
      const instant = new Date(`${form.get("instant") ?? ""}Z`);
      return moveClock(sandbox, (clock) => clock.setTo(instant));
    }
    case "freeze":
      return moveClock(sandbox, (clock) => clock.freeze());
    case "resume":
      return moveClock(sandbox, (clock) => clock.resume());
    case "redeliver": {
      sandbox.change(platform, (ctx) => redeliver(ctx, id));
      return;
    }
    default:
      return press(sandbox, platform, form.get("action") ?? "", id);
  }
}

/** Buttons that do something to one object. */
function press(sandbox: Sandbox, platform: Platform, action: string, id: string): void {
  sandbox.change(platform, (ctx) => {
    switch (action) {
      case "fail_payout":
        return on(ctx, "payouts", id, (acting, payout) => failPayout(acting, payout, "account_closed"));
      case "fail_topup":
        return on(ctx, "topups", id, (acting, topup) => failTopup(acting, topup, "could_not_process"));
      case "pay_debit":
        return on(ctx, "charges", id, completeDebit);
      case "fail_debit":
        return on(ctx, "charges", id, (acting, charge) => failDebit(acting, charge, "insufficient_funds"));
      case "return_debit":
        return on(ctx, "charges", id, (acting, charge) => returnDebit(acting, charge));
      case "dispute":
        return on(ctx, "charges", id, (acting, charge) => openDispute(acting, charge, chargeback));
      case "inquire":
        return on(ctx, "charges", id, (acting, charge) => openDispute(acting, charge, inquiry));
      case "decide_won":
        return on(ctx, "disputes", id, (acting, dispute) => decideDispute(acting, dispute, "won"));
      case "decide_lost":
        return on(ctx, "disputes", id, (acting, dispute) => decideDispute(acting, dispute, "lost"));
      case "fail_refund":
        return on(ctx, "refunds", id, (acting, refund) => failRefund(acting, refund, "lost_or_stolen_card"));
      case "restrict":
        return on(ctx, "accounts", id, (acting, account) => demand(acting, account, documentExpired));
      case "lift":
        return on(ctx, "accounts", id, (acting, account) => demand(acting, account, null));
      case "deauthorize":
        return on(ctx, "accounts", id, deauthorize);
      default:
        throw new RangeError("The inspector has no such button.");
    }
  });
}

const chargeback = { kind: "chargeback", reason: "fraudulent" } as const;
const inquiry = { kind: "inquiry", reason: "fraudulent" } as const;
const documentExpired = {
  past_due: ["individual.verification.document"],
  errors: [
    {
      code: "verification_document_expired" as const,
      reason: "The document has expired. Send one that is valid.",
      requirement: "individual.verification.document",
    },
  ],
};

/** Does something to one object, acting for the account it belongs to. */
function on<T extends ObjectTable>(
  ctx: Context,
  table: T,
  id: string,
  change: (acting: Context, object: ObjectOf<T>) => unknown,
): void {
  const row: Owned<ObjectOf<T>> | undefined = ctx.store.get(table, id);
  if (row === undefined) throw new RangeError(`There is no ${id} here.`);
  change(actingFor(ctx, row.account), row.object);
}
