import type { ShareTermsFile, views } from "@evenshare/domain";
import { type Column, DataTable, useFormatting } from "@evenshare/ui";
import { formatRate } from "../partnership/terms-list";
import { termsAmount } from "./share-words";

type Tier = ShareTermsFile["share"]["tiers"][number] & { readonly from: string | null };

interface SplitTableProps {
  terms: ShareTermsFile;
  parties: views.ShareView["parties"];
}

/** Who gets how much of the net revenue, tier by tier. */
export function SplitTable({ terms, parties }: SplitTableProps) {
  const { locale } = useFormatting();
  const { tiers } = terms.share;
  const rows: Tier[] = tiers.map((tier, index) => ({ ...tier, from: tiers[index - 1]?.upTo ?? null }));
  const amount = (text: string) => termsAmount(text, terms.currency, locale);
  const range = ({ from, upTo }: Tier) => {
    if (upTo === null) return from === null ? "All of it" : `Above ${amount(from)}`;
    return from === null ? `Up to ${amount(upTo)}` : `${amount(from)} to ${amount(upTo)}`;
  };
  const columns: readonly Column<Tier>[] = [
    { id: "tier", header: "Net revenue", cell: range },
    ...parties.map(
      ({ key, name }): Column<Tier> => ({
        id: key,
        header: name,
        align: "end",
        cell: ({ ratesBp }) => <span className="figures">{formatRate(ratesBp[key] ?? 0, locale)}</span>,
      }),
    ),
  ];
  return (
    <DataTable
      caption="Split of the net revenue"
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ upTo }) => upTo ?? "end"}
    />
  );
}
