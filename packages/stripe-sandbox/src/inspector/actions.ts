import { moveClock } from "../clock/move-clock";
import { failPayout } from "../connect/payout-steps";
import { actingFor } from "../context";
import { redeliver } from "../events/redeliver";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";

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
    case "fail_payout": {
      sandbox.change(platform, (ctx) => {
        const row = ctx.store.get("payouts", id);
        if (row === undefined) throw new RangeError(`There is no payout ${id}.`);
        failPayout(actingFor(ctx, row.account), row.object, form.get("code") ?? "could_not_process");
      });
      return;
    }
    case "redeliver": {
      sandbox.change(platform, (ctx) => redeliver(ctx, id));
      return;
    }
    default:
      throw new RangeError("The inspector has no such button.");
  }
}
