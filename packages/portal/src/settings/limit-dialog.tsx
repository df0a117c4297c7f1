import { currencyCodes, isCurrencyCode, type views } from "@evenshare/domain";
import {
  Field,
  MoneyField,
  type ParsedMoney,
  RadioGroup,
  Select,
  useFormatting,
  useToast,
  writeAmount,
} from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";

type Limits = views.ApprovalLimitsView;

export interface LimitDialogProps {
  /** The limit to change; null for one in a further currency. */
  limit: Limits["limits"][number] | null;
  view: Limits;
  onClose: () => void;
}

const choices = ["up_to", "always", "remove"] as const;
type Choice = (typeof choices)[number];

/** Sets, changes or removes the limit of one currency. */
export function LimitDialog({ limit, view, onClose }: LimitDialogProps) {
  const client = useTRPCClient();
  const { notify } = useToast();
  const free = currencyCodes.filter((code) => !view.limits.some(({ currency }) => currency === code));
  const [currency, setCurrency] = useState(limit?.currency ?? view.otherCurrencies[0] ?? free[0] ?? "GBP");
  const [choice, setChoice] = useState<Choice>(limit?.amount === 0n ? "always" : "up_to");
  const { text, entered, enter, clear } = useAmount(limit);
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.approvals.setLimit.mutate);
  const amount = amountOf(choice, entered);

  const confirm = async () => {
    setTried(true);
    if (amount === undefined) return;
    const done = await run((commandKey) => ({ commandKey, currency, amount, seen: limit?.amount ?? null }));
    if (done === undefined) return;
    notify(
      done.approvalId === null
        ? { tone: "done", title: "The limit holds from now on" }
        : {
            tone: "done",
            title: "Waits for a second owner",
            detail: "The other owners are told by mail. Until one approves, the present limit holds.",
          },
    );
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={limit === null ? "Add a limit" : `Change the limit in ${limit.currency}`}
      confirmLabel={choice === "remove" ? "Remove the limit" : "Set the limit"}
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
      currency={currency}
    >
      {limit === null && (
        <Field label="Currency" required>
          <Select
            value={currency}
            options={free.map((code) => ({ value: code, label: code }))}
            onChange={({ target }) => {
              if (!isCurrencyCode(target.value)) return;
              setCurrency(target.value);
              // Other currencies have other decimals: what was typed is not read anew as something else.
              clear();
            }}
          />
        </Field>
      )}
      <RadioGroup
        label="A second person is needed"
        name="second-person"
        value={choice}
        onChange={(value) => setChoice(choices.find((known) => known === value) ?? choice)}
        options={[
          { value: "up_to", label: "Above an amount" },
          { value: "always", label: "Always" },
          ...(limit === null ? [] : [{ value: "remove", label: "No limit of its own" }]),
        ]}
      />
      {choice === "up_to" && (
        <MoneyField
          label="One person decides alone up to"
          currency={currency}
          value={text}
          showProblem={tried}
          required
          onChange={enter}
        />
      )}
      <p className="text-dense">{consequence(view, limit, choice)}</p>
      {view.approvers < 2 && choice !== "remove" && (
        <p className="text-dense font-medium">
          Nobody else in your organization could approve: add a second owner or approver first, or what is
          above the limit waits until the review window ends.
        </p>
      )}
    </CommandDialog>
  );
}

/** What the choice means: nothing yet entered, no limit, always, or up to an amount. */
function amountOf(choice: Choice, entered: bigint | undefined): bigint | null | undefined {
  if (choice === "remove") return null;
  return choice === "always" ? 0n : entered;
}

/** The amount as it is typed, beginning with the one that stands. */
function useAmount(limit: LimitDialogProps["limit"]) {
  const { locale } = useFormatting();
  const stands = limit !== null && limit.amount > 0n ? limit : null;
  const [text, setText] = useState(
    stands === null ? "" : writeAmount(stands.amount, stands.currency, locale),
  );
  const [entered, setEntered] = useState<bigint | undefined>(stands?.amount);
  const enter = (written: string, read: ParsedMoney) => {
    setText(written);
    setEntered(read.ok ? read.amount : undefined);
  };
  const clear = () => {
    setText("");
    setEntered(undefined);
  };
  return { text, entered, enter, clear };
}

function consequence(view: Limits, limit: LimitDialogProps["limit"], choice: Choice): string {
  if (choice === "remove") {
    return view.limits.length === 1
      ? "It is the last limit: without one, everybody who may release does so alone, whatever the amount."
      : "Other currencies keep their limits, so this one then always needs a second person.";
  }
  if (limit === null && view.limits.length === 0) {
    return "With the first limit, releases in every currency that has none need a second person always.";
  }
  return "It holds for releases from now on. What waits already goes on waiting.";
}
