import type { Truth } from "./truth";

/** The truth in lines: what was counted, and every difference. */
export function tellTruth({ lost, doubled, unended, differences, counted }: Truth): string[] {
  const { releases, cents, transfers, payouts, mails, mergedMails } = counted;
  return [
    `${releases} releases (${cents} minor units), ${transfers} transfers, ${payouts} payouts, ${mails} mails (${mergedMails} arrived twice under one Message-ID)`,
    `lost ${lost.length}, doubled ${doubled.length}, not ended ${unended.length}, other differences ${differences.length}`,
    ...[...lost, ...doubled, ...unended, ...differences].slice(0, 50).map((line) => `  ${line}`),
  ];
}
