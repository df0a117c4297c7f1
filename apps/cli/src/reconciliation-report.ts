import type { ProviderTotal, Reconciliation, ReconciliationDifference } from "@evenshare/database";
import type { DifferenceKind } from "@evenshare/domain";

interface Words {
  readonly meaning: string;
  readonly todo: string;
}

/** What each kind of difference means to whoever runs the platform, and what to do about it. */
const words: Readonly<Record<DifferenceKind, Words>> = {
  missing_at_provider: {
    meaning: "the ledger has it, the provider does not",
    todo: "Look the object up in the provider's dashboard under the account named. If it was never made, find out which code posted the entry, and post a correction.",
  },
  missing_in_ledger: {
    meaning: "the provider has it, the ledger does not",
    todo: "Open the movement in the provider's dashboard. Made there by hand: enter it as a correction. Ours: see why its event or operation failed, and let it run again.",
  },
  unconfirmed: {
    meaning: "the provider made it, and we have not confirmed it in time",
    todo: "See whether its operation waits or failed and whether webhooks arrive; once it runs again it confirms by itself.",
  },
  duplicate_at_provider: {
    meaning: "the provider carried one operation out more than once",
    todo: "Refund or reverse the later one at the provider after checking which one the ledger has.",
  },
  duplicate_in_ledger: {
    meaning: "the ledger has one operation more than once",
    todo: "Post a correction that takes the later entry back, and find out how it got past the unique source.",
  },
  amount_differs: {
    meaning: "the amounts differ",
    todo: "Compare with the agreement: who is right? Correct the other side by an entry, a refund or a transfer.",
  },
  fee_differs: {
    meaning: "the provider kept another fee than we posted",
    todo: "Post the difference to processing_fees.",
  },
  currency_differs: {
    meaning: "the currencies differ",
    todo: "The provider converted: check that the account settles this currency, and correct the amounts by hand.",
  },
  wrong_direction: {
    meaning: "the money went the other way",
    todo: "Look at what made the movement; reverse it at the provider before anything else is paid.",
  },
  wrong_account: {
    meaning: "the money moved on another account than meant",
    todo: "Reverse it at the provider, and stop releases to both accounts until it is clear how it came there.",
  },
  wrong_operation: {
    meaning: "the provider's object belongs to another operation than recorded",
    todo: "Compare the metadata of the object with the ids recorded here; one of the two records is wrong.",
  },
  balance_differs: {
    meaning: "what the account holds is not the sum of its movements",
    todo: "Run the comparison again. If it stays, a movement is missing in what was read: ask the provider.",
  },
};

/** The report of `evenshare reconcile`, as lines. Amounts in minor units. */
export function describeReconciliation(
  run: Reconciliation,
  totals: readonly ProviderTotal[],
  differences: readonly ReconciliationDifference[],
): string[] {
  const count = Object.values(run.differences).reduce((sum, some) => sum + some, 0);
  return [
    `Compared as of ${run.startedAt.toISOString()}: ${run.lines} movements, ${run.matched} agree, ${run.inFlight} in flight, ${count} differ.`,
    "",
    "at the provider  currency            ledger         movements           balance         in flight",
    ...totals.map(describeTotal),
    ...differences.flatMap(describeDifference),
    ...(count > differences.length
      ? ["", `${count - differences.length} more differences are not printed.`]
      : []),
    "",
    run.ok
      ? `The ledger agrees with the payment provider (${run.millis} ms).`
      : `The ledger does NOT agree with the payment provider: ${count} difference(s).`,
  ];
}

function describeTotal({ account, currency, ledger, movements, told, inFlight }: ProviderTotal): string {
  const columns = [ledger, movements, told, inFlight].map((amount) => String(amount).padStart(17));
  return `${account.padEnd(16)} ${currency.padEnd(8)} ${columns.join(" ")}`;
}

function describeDifference(difference: ReconciliationDifference): string[] {
  const { meaning, todo } = words[difference.difference];
  const ours = side(difference.amount, difference.fee, difference.currency, difference.account_id);
  const theirs = side(
    difference.provider_amount,
    difference.provider_fee,
    difference.provider_currency,
    difference.provider_account,
  );
  const names = [
    difference.operation_id && `operation ${difference.operation_id}`,
    difference.transaction_id,
    difference.source_id,
  ];
  return [
    "",
    `BAD  ${difference.difference} (${difference.family}): ${meaning}`,
    `       here     ${ours}`,
    `       provider ${theirs}`,
    `       ${names.filter(Boolean).join(", ") || "the whole account"}; of ${difference.at.toISOString()}, known since ${difference.since.toISOString()}`,
    `       ${todo}`,
  ];
}

function side(
  amount: bigint | null,
  fee: bigint | null,
  currency: string | null,
  account: string | null,
): string {
  if (amount === null) return "nothing";
  return `${amount} ${currency ?? ""} on ${account ?? "no account"}${fee ? `, fee ${fee}` : ""}`;
}
