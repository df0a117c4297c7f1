import type { RecordTierPosition } from "@evenshare/domain";
import { DescriptionList, Section, StatusBadge, Swatch, useFormatting } from "@evenshare/ui";
import { formatRate } from "../partnership/terms-list";
import { FiguresTable } from "./figures-table";
import { RecordMoney } from "./record-money";
import { tierRuler } from "./tier-ruler";
import type { PartProps } from "./voice";

/** Where the base stands on the tiers: before, in and after the period, and how far it is to the next step. */
export function TierPosition({ record }: Pick<PartProps, "record">) {
  const { locale } = useFormatting();
  const { tierPosition: position, identity } = record;
  const { basis, method, before, moved, after, current, toNextStep, tiers } = position;
  const currency = identity.currency.code;
  const next = tiers[current];
  const since =
    basis === "cumulative"
      ? "all net revenue since the agreement began"
      : "the net revenue of each period anew";
  const paid =
    method === "marginal"
      ? "Each rate is paid on what lies in its own tier."
      : "The rate of the tier that is reached is paid on the whole base.";
  return (
    <Section
      title="Tier position"
      description={
        tiers.length === 1 ? "One rate counts for all net revenue." : `Tiers are reached by ${since}. ${paid}`
      }
    >
      {tiers.length > 1 && <Ruler position={position} />}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2 lg:gap-x-12">
        <FiguresTable
          caption="Tiers"
          captionHidden
          headers={["Tier", "Up to and including", "Rate"]}
          rows={tiers.map(({ tier, upTo, rateBp }) => ({
            id: String(tier),
            name: <TierName tier={tier} here={tier === current} />,
            figures: [
              upTo === null ? "no end" : <RecordMoney key="upTo" amount={upTo} currency={currency} />,
              formatRate(rateBp, locale),
            ],
          }))}
        />
        <DescriptionList
          items={[
            { term: "Base before", value: <RecordMoney amount={before} currency={currency} /> },
            {
              term: "In this period",
              value: <RecordMoney amount={moved} currency={currency} sign="always" />,
            },
            { term: "Base after", value: <RecordMoney amount={after} currency={currency} /> },
            {
              term: "To the next step",
              value:
                toNextStep === null || next === undefined ? (
                  "none: this is the last tier"
                ) : (
                  <>
                    <RecordMoney amount={toNextStep} currency={currency} />, then{" "}
                    {formatRate(next.rateBp, locale)}
                  </>
                ),
            },
          ]}
        />
      </div>
    </Section>
  );
}

function TierName({ tier, here }: { tier: number; here: boolean }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      Tier {tier}
      {here && (
        <StatusBadge tone="active" variant="plain">
          here
        </StatusBadge>
      )}
    </span>
  );
}

/** The same as a picture; the table and the list beside it say it in words. */
function Ruler({ position }: { position: RecordTierPosition }) {
  const { locale } = useFormatting();
  const { marks, from, to } = tierRuler(position);
  const starts = [0, ...marks.map(({ at }) => at)];
  return (
    <div aria-hidden className="mb-6">
      <div className="relative h-5 text-small text-muted">
        {position.tiers.map(({ tier, rateBp }, index) => (
          <span
            key={tier}
            className="figures absolute top-0 overflow-hidden pl-1 text-ellipsis whitespace-nowrap"
            style={{
              left: `${starts[index] ?? 0}%`,
              width: `${(starts[index + 1] ?? 100) - (starts[index] ?? 0)}%`,
            }}
          >
            {formatRate(rateBp, locale)}
          </span>
        ))}
      </div>
      <div className="relative h-4 border-b border-control">
        <span
          className="share-fill absolute inset-y-0 left-0"
          data-tone="fourth"
          style={{ width: `${from}%` }}
        />
        <span
          className="share-fill absolute inset-y-0 min-w-0.5"
          data-tone="first"
          style={{ left: `${from}%`, width: `${to - from}%` }}
        />
        {starts.map((at) => (
          <span
            key={at}
            className="absolute -top-1 -bottom-1 border-l border-control"
            style={{ left: `${at}%` }}
          />
        ))}
      </div>
      <p className="mt-2 flex flex-wrap gap-x-4 text-small text-muted">
        <span className="flex items-center gap-1.5">
          <Swatch tone="fourth" /> before
        </span>
        <span className="flex items-center gap-1.5">
          <Swatch tone="first" /> in this period
        </span>
      </p>
    </div>
  );
}
