import type { OrganizationKind, views } from "@evenshare/domain";
import { Field, RadioGroup, type RadioOption, Select } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";

/** What is to become of held money: nothing is asked of the other side when it stays. */
export type Rest = "stays" | "roll" | "return";

export interface RestFieldsProps {
  milestone: views.MilestoneView;
  side: OrganizationKind;
  choices: readonly Rest[];
  rest: Rest;
  targetId: string | null;
  onChange: (rest: Rest, targetId: string | null) => void;
  /** Shown where a milestone has to be chosen and none is. */
  showProblem: boolean;
}

/** The choices for the rest, and the milestone that it rolls into. */
export function RestFields(props: RestFieldsProps) {
  const { milestone, side, choices, rest, targetId, onChange, showProblem } = props;
  const trpc = useTRPC();
  const money = useMoneyWords(milestone.money.currency);
  const found = useQuery(trpc.milestones.listRollTargets.queryOptions({ id: milestone.id }));
  const targets = found.data?.targets ?? [];
  const other = milestone.counterparty.name;
  const options: Record<Rest, RadioOption> = {
    stays: { value: "stays", label: "It stays held here", hint: "The work goes on as before." },
    roll: {
      value: "roll",
      label: "It rolls into another milestone",
      hint:
        found.data !== undefined && targets.length === 0
          ? "No other milestone of this partnership lacks money on the same terms."
          : `${other} is asked first. It stays held, for the other milestone.`,
      disabled: targets.length === 0,
    },
    return: {
      value: "return",
      label: side === "brand" ? "It goes back to you" : `It goes back to ${other}`,
      hint: `${other} is asked first. With it goes the fee beside it.`,
    },
  };
  const choose = (value: string) => {
    const chosen = choices.find((choice) => choice === value) ?? "stays";
    onChange(chosen, chosen === "roll" ? (targetId ?? targets[0]?.id ?? null) : null);
  };
  return (
    <>
      <RadioGroup
        label={choices.includes("stays") ? "What becomes of the rest" : "What is to become of it"}
        name="rest"
        options={choices.map((choice) => options[choice])}
        value={rest}
        onChange={choose}
      />
      {rest === "roll" && (
        <Field
          label="Into"
          error={showProblem && targetId === null ? "Choose a milestone." : undefined}
          required
        >
          <Select
            placeholder="Choose a milestone"
            value={targetId ?? ""}
            options={targets.map(({ id, title, lacks }) => ({
              value: id,
              label: `${title}, which lacks ${money(lacks)}`,
            }))}
            onChange={(event) => onChange("roll", event.target.value)}
          />
        </Field>
      )}
    </>
  );
}
