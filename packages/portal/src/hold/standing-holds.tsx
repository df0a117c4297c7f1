import type { views } from "@evenshare/domain";
import { Banner, ButtonLink, formatMoney, useFormatting } from "@evenshare/ui";
import { holdReasonWords } from "./hold-words";

/** Holds that have not ended, in one line each, with the way to all there is to know. */
export function StandingHolds({ holds }: { holds: readonly views.HoldView[] }) {
  const { locale } = useFormatting();
  if (holds.length === 0) return null;
  return (
    <Banner
      tone="risk"
      title={holds.length === 1 ? "A payment is on hold" : `${holds.length} payments are on hold`}
      action={<ButtonLink href="/holds">See the holds</ButtonLink>}
    >
      <ul>
        {holds.map((hold) => (
          <li key={hold.id}>
            {holdReasonWords(hold.reason)}: {formatMoney(hold.amount, hold.currency, locale)},{" "}
            {hold.milestoneTitle}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
