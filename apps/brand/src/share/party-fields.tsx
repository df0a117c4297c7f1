import { LoadMore, useTRPC } from "@evenshare/portal";
import { Checkbox, TextLink } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ShareFieldsProps, wire } from "./form-wiring";
import { newPayee, percentRates, readPercent, type ShareDraft } from "./share-draft";

/** The producers who share, out of those the brand has partnerships with. */
export function PartyFields({ draft, onChange, form }: ShareFieldsProps) {
  const trpc = useTRPC();
  const partnerships = useInfiniteQuery(
    trpc.partnerships.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const rows = partnerships.data?.pages.flatMap(({ items }) => items) ?? [];
  const { id, error } = wire(form, "payees", "terms.parties");
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="text-dense font-medium">Producers who share</legend>
      <p className="mt-1 max-w-reading text-small text-muted">
        Each of them is asked, and nothing counts until all have accepted.
      </p>
      <p
        id={`${id}-error`}
        aria-live="polite"
        className="mt-1 text-small font-medium text-risk-text empty:hidden"
      >
        {error}
      </p>
      <div className="mt-3 flex flex-col gap-2.5">
        {rows.map(({ id: partnershipId, counterparty, title }, index) => {
          const at = draft.payees.findIndex((payee) => payee.partnershipId === partnershipId);
          return (
            <Checkbox
              key={partnershipId}
              {...(index === 0 && { id })}
              label={counterparty.name}
              hint={title}
              checked={at !== -1}
              error={
                at === -1 ? undefined : wire(form, `payees.${at}.partnershipId`, `terms.parties.${at}`).error
              }
              onChange={(event) =>
                onChange(
                  withPayee(draft, { partnershipId, name: counterparty.name, shares: event.target.checked }),
                )
              }
            />
          );
        })}
        {partnerships.isSuccess && rows.length === 0 && (
          <p className="text-dense text-muted">
            You have no partnership yet. <TextLink href="/partnerships/new">Start one</TextLink> first.
          </p>
        )}
      </div>
      <LoadMore query={partnerships} what="partnerships" />
    </fieldset>
  );
}

interface Choice {
  readonly partnershipId: string;
  readonly name: string;
  readonly shares: boolean;
}

/** The draft with one producer more or less; what the producers have together is divided anew among them. */
function withPayee(draft: ShareDraft, { partnershipId, name, shares }: Choice): Partial<ShareDraft> {
  const payees = shares
    ? [...draft.payees, newPayee(name, partnershipId, draft.payees)]
    : draft.payees.filter((payee) => payee.partnershipId !== partnershipId);
  const tiers = draft.tiers.map((tier) => {
    const own = readPercent(tier.rates[draft.payer] ?? "");
    const together = draft.payees.length === 0 || Number.isNaN(own) ? 5_000 : 10_000 - Math.min(own, 10_000);
    return { ...tier, rates: percentRates(payees, draft.payer, together) };
  });
  return { payees, tiers };
}
