import type { views } from "@evenshare/domain";
import { Banner, type ToastInput } from "@evenshare/ui";
import type { z } from "zod";
import { useMoneyWords } from "../app/use-money-words";

type Needed = NonNullable<z.infer<typeof views.releaseQuote>["secondPerson"]>;

/** What is said once a release was lodged instead of carried out. */
export const secondPersonToast: ToastInput = {
  tone: "done",
  title: "Waits for a second person",
  detail: "Nothing was released yet. Those who may approve it are told by mail.",
};

/** In a release's window: this one needs somebody else's yes, and why. */
export function SecondPersonNote(props: { needed: Needed; amount: bigint; currency: string }) {
  const { needed, amount, currency } = props;
  const money = useMoneyWords(currency);
  const { limit, counted, others } = needed;
  const more =
    counted === amount
      ? ""
      : ` ${money(counted)} counts here, with what you released of this milestone before and what is still to be funded.`;
  return (
    <Banner tone={others === 0 ? "risk" : "held"} title="This needs a second person">
      {limit === 0n
        ? `In ${currency} every release needs one.`
        : `One person decides alone up to ${money(limit)}.${more}`}{" "}
      {others === 0
        ? "Nobody else in your organization may approve it: add a second owner or approver, or wait for the end of the review window."
        : "Nothing is released until somebody else approves it."}
    </Banner>
  );
}
