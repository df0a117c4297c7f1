import { splitPresets } from "@evenshare/domain";
import { Button, Field, IconButton, MoneyInput, RadioGroup, TextInput } from "@evenshare/ui";
import { Plus, Trash2 } from "lucide-react";
import { figures, type ShareFieldsProps, wire } from "./form-wiring";
import { percentRates, readPercent, type ShareDraft, type TierDraft, writePercent } from "./share-draft";

const mostTiers = 20;

/** Who gets how much: usual splits at a click, or rates tier by tier. */
export function SplitFields({ draft, onChange, form }: ShareFieldsProps) {
  const { tiers } = draft;
  const setTier = (key: number, change: Partial<TierDraft>) =>
    onChange({ tiers: tiers.map((tier) => (tier.key === key ? { ...tier, ...change } : tier)) });
  const add = () => {
    const key = Math.max(-1, ...tiers.map((tier) => tier.key)) + 1;
    onChange({ tiers: [...tiers, { key, upTo: "", rates: tiers.at(-1)?.rates ?? {} }] });
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-dense text-muted">Usual splits, producers first:</span>
        {splitPresets.map(({ name, payeesBp }) => (
          <Button
            key={name}
            size="small"
            disabled={draft.payees.length === 0}
            onClick={() =>
              onChange({
                tiers: tiers.map((tier) => ({
                  ...tier,
                  rates: percentRates(draft.payees, draft.payer, payeesBp),
                })),
              })
            }
          >
            {name}
          </Button>
        ))}
      </div>
      {tiers.map((tier, index) => (
        <TierRow
          key={tier.key}
          draft={draft}
          tier={tier}
          index={index}
          form={form}
          onChange={(change) => setTier(tier.key, change)}
          onRemove={() => onChange({ tiers: tiers.filter(({ key }) => key !== tier.key) })}
        />
      ))}
      <div>
        <Button size="small" icon={Plus} disabled={tiers.length >= mostTiers} onClick={add}>
          Add a tier
        </Button>
      </div>
      {tiers.length > 1 && <TierRules draft={draft} onChange={onChange} />}
    </div>
  );
}

interface TierRowProps {
  draft: ShareDraft;
  tier: TierDraft;
  index: number;
  form: ShareFieldsProps["form"];
  onChange: (change: Partial<TierDraft>) => void;
  onRemove: () => void;
}

function TierRow({ draft, tier, index, form, onChange, onRemove }: TierRowProps) {
  const { tiers, payees, payer } = draft;
  const at = `terms.share.tiers.${index}`;
  const isLast = index === tiers.length - 1;
  const parties = [...payees.map(({ key, name }) => ({ key, name })), { key: payer, name: "You" }];
  const whole = wire(form, `${at}.ratesBp`);
  const rate = (key: string, text: string) => onChange({ rates: { ...tier.rates, [key]: text } });
  return (
    <fieldset className="rounded-card border p-4" aria-describedby={`${whole.id}-sum`}>
      <legend className="px-1 text-dense font-medium">
        {tiers.length === 1 ? "All net revenue" : `Tier ${index + 1}${isLast ? ", without an end" : ""}`}
      </legend>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {!isLast && (
          <Field label="Up to a net revenue of" {...wire(form, `${at}.upTo`)}>
            <MoneyInput currency={draft.currency} value={tier.upTo} onChange={(upTo) => onChange({ upTo })} />
          </Field>
        )}
        {parties.map(({ key, name }) => (
          <Field key={key} label={`${name}, in percent`} {...wire(form, `${at}.ratesBp.${key}`)}>
            <TextInput
              {...figures}
              value={tier.rates[key] ?? ""}
              onChange={(event) => rate(key, event.target.value)}
            />
          </Field>
        ))}
      </div>
      <div className="mt-3 flex items-start justify-between gap-4">
        <div id={whole.id} tabIndex={-1} className="text-small">
          <p id={`${whole.id}-sum`} className="text-muted">
            {sumWords(parties.map(({ key }) => readPercent(tier.rates[key]?.trim() || "0")))}
          </p>
          <p aria-live="polite" className="font-medium text-risk-text empty:hidden">
            {whole.error}
          </p>
        </div>
        {tiers.length > 1 && (
          <IconButton icon={Trash2} label={`Remove tier ${index + 1}`} onClick={onRemove} />
        )}
      </div>
    </fieldset>
  );
}

function sumWords(rates: readonly number[]): string {
  const sum = rates.reduce((total, rate) => total + rate, 0);
  if (Number.isNaN(sum)) return "A rate is no percentage with at most two decimals.";
  return `Together ${writePercent(sum)}%${sum === 10_000 ? "" : "; it must be exactly 100%"}.`;
}

function TierRules({ draft, onChange }: Pick<ShareFieldsProps, "draft" | "onChange">) {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <RadioGroup
        label="Tiers are reached"
        name="basis"
        value={draft.basis}
        onChange={(basis) => onChange({ basis: basis === "period" ? "period" : "cumulative" })}
        options={[
          { value: "cumulative", label: "By all net revenue since the start" },
          { value: "period", label: "Anew in each period" },
        ]}
      />
      <RadioGroup
        label="A tier's rate is paid"
        name="method"
        value={draft.method}
        onChange={(method) => onChange({ method: method === "retroactive" ? "retroactive" : "marginal" })}
        options={[
          { value: "marginal", label: "On what lies in the tier" },
          { value: "retroactive", label: "On everything, once it is reached" },
        ]}
      />
    </div>
  );
}
