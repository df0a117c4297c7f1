import { shareWarnings, type views } from "@evenshare/domain";
import { Banner, type Description, DescriptionList, Disclosure, useFormatting } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { dayWords } from "../partnership/day-words";
import { PayeeTerms } from "./payee-terms";
import {
  deductionWords,
  periodCount,
  periodWords,
  termsAmount,
  tierWords,
  warningWords,
} from "./share-words";
import { SplitTable } from "./split-table";

interface ShareTermsProps {
  version: views.ShareVersionView;
  share: Pick<views.ShareView, "parties" | "you">;
}

/** One version of the terms in words: the split, what it is taken of, when it is paid, and what belongs to each payee. */
export function ShareTerms({ version, share: { parties, you } }: ShareTermsProps) {
  const { terms } = version;
  const tiers = tierWords(terms);
  return (
    <div className="flex flex-col gap-6">
      <Warnings version={version} parties={parties} />
      <div>
        <SplitTable terms={terms} parties={parties} />
        {tiers !== null && <p className="mt-2 max-w-reading text-dense text-muted">{tiers}</p>}
      </div>
      <GeneralTerms version={version} />
      {terms.items !== "*" && <Items items={terms.items} />}
      {parties
        .filter(({ role, key }) => role === "payee" && canRead(parties, you, key))
        .map(({ key, name }) => (
          <section key={key} aria-label={payeeTitle(key === you, name)}>
            <h3 className="mb-2 font-semibold">{payeeTitle(key === you, name)}</h3>
            <PayeeTerms terms={terms.payees[key]} currency={terms.currency} period={terms.period} />
          </section>
        ))}
    </div>
  );
}

/** What was agreed with a payee alone is read by that payee and by the side that pays. */
function canRead(parties: ShareTermsProps["share"]["parties"], you: string, payee: string): boolean {
  return payee === you || parties.some(({ key, role }) => key === you && role === "payer");
}

function payeeTitle(isOwn: boolean, name: string): string {
  return isOwn ? "Agreed with you alone" : `Agreed with ${name} alone`;
}

function Warnings({
  version,
  parties,
}: Pick<ShareTermsProps, "version"> & { parties: views.ShareView["parties"] }) {
  const warnings = shareWarnings(version.terms);
  if (warnings.length === 0) return null;
  const nameOf = (party: string) => parties.find(({ key }) => key === party)?.name ?? party;
  return (
    <Banner tone="risk" title="Unusual terms">
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.party} ${warning.kind}`}>{warningWords(warning, nameOf(warning.party))}</li>
        ))}
      </ul>
    </Banner>
  );
}

function GeneralTerms({ version }: Pick<ShareTermsProps, "version">) {
  const { locale } = useFormatting();
  const { side } = usePortal();
  const { terms, settings, effectiveFrom, effectiveUntil } = version;
  const whose = side === "brand" ? "you sell" : "the brand sells";
  const items: Description[] = [
    {
      term: "Counts",
      value: `from ${dayWords(effectiveFrom, locale)}${effectiveUntil === null ? ", without an end" : ` until ${dayWords(effectiveUntil, locale)}`}`,
    },
    {
      term: "Revenue of",
      value: terms.items === "*" ? `everything ${whose}` : itemCount(terms.items.length),
    },
    { term: "Taken off first", value: deductionWords(terms.deductions, locale) },
    {
      term: "Statements",
      value: `${periodWords[terms.period]}, in ${terms.currency}, by the calendar of ${terms.timeZone.replaceAll("_", " ")}`,
    },
    { term: "Review", value: reviewWords(settings.reviewDays) },
    {
      term: "Issued",
      value: `${settings.issueDay} days after the end of each ${periodCount(1, terms.period).slice(2)}`,
    },
    { term: "Disputes", value: `within ${settings.disputeDays} days of the statement` },
    {
      term: "Paid",
      value:
        settings.holdingDays === 0
          ? "as soon as a statement is issued"
          : `${settings.holdingDays} days after a statement is issued`,
    },
    ...(terms.openingBase === undefined
      ? []
      : [
          {
            term: "Net revenue before the start",
            value: termsAmount(terms.openingBase, terms.currency, locale),
          },
        ]),
  ];
  return <DescriptionList items={items} />;
}

function reviewWords(days: number): string {
  return days === 0
    ? "none before a statement is issued"
    : `both sides look at the figures for ${days} days before`;
}

function itemCount(count: number): string {
  return count === 1 ? "1 item, listed below" : `${count} items, listed below`;
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <Disclosure summary={items.length === 1 ? "The item" : `The ${items.length} items`}>
      <ul className="columns-1 text-dense sm:columns-2">
        {[...new Set(items)].map((item) => (
          <li key={item} className="break-words">
            {item}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
