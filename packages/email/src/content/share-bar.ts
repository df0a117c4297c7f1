import type { CurrencyCode } from "@evenshare/domain";
import { formatAmount } from "../words/money";
import type { Share } from "./mail-content";

interface Division {
  readonly currency: CurrencyCode;
  readonly total: bigint;
  readonly held: bigint;
  readonly toFund: bigint;
}

/**
 * The share bar of a milestone: released · held · to fund, with parts that are nothing left out.
 * Amounts are minor units; `released` is what remains of the total. Undefined when the parts exceed the whole.
 */
export function shareBar({ currency, total, held, toFund }: Division): readonly Share[] | undefined {
  const released = total - held - toFund;
  if (total <= 0n || released < 0n) return undefined;
  const parts = [
    { kind: "released", label: "Released", part: released },
    { kind: "held", label: "Held", part: held },
    { kind: "toFund", label: "To fund", part: toFund },
  ] as const;
  return parts
    .filter(({ part }) => part > 0n)
    .map(({ kind, label, part }) => ({
      kind,
      label,
      amount: formatAmount(part, currency),
      perMille: Number((part * 1000n) / total),
    }));
}
