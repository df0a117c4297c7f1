import type { views } from "@evenshare/domain";
import { Banner, DateTime } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { useMoneyWords } from "../app/use-money-words";

/** Bank debits that the bank has not answered: how much, until when, and that nothing is held from them yet. */
export function DebitsUnderWay({ milestone }: { milestone: views.MilestoneView }) {
  const { side } = usePortal();
  const money = useMoneyWords(milestone.money.currency);
  return milestone.fundings
    .filter(({ status, expectedAt }) => status === "processing" && expectedAt !== null)
    .map(({ id, amount, expectedAt }) => (
      <Banner key={id} title={`${money(amount)} is on its way by bank debit, and not held yet`}>
        {expectedAt !== null && (
          <>
            It is expected by <DateTime at={expectedAt} timeZone={milestone.timeZone} show="day" />, and may
            still be refused.{" "}
          </>
        )}
        {side === "brand"
          ? `${milestone.counterparty.name} reads the same. You need not pay again.`
          : "Wait with work for it until it is held."}
      </Banner>
    ));
}
