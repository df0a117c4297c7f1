import type { LedgerCheck, TrialBalanceLine } from "@evenshare/database";

/** The invariants that `app.ledger_findings` checks, in words. */
const invariants: Readonly<Record<string, string>> = {
  currencies_sum_to_zero: "all postings of a currency sum to zero",
  entries_sum_to_zero: "every entry sums to zero per currency",
  entries_have_postings: "every entry has postings",
  balance_is_sum_of_postings: "every stored balance is the sum of its postings",
  never_negative: "no guarded account is below zero",
  milestone_adds_up: "funded, less what was taken back while held = released + held, per milestone",
  owed_is_returns_unpaid: "what brands owe is what was taken back after release, less what they repaid",
  in_flight_is_open_transfers: "what is in flight is what transfers are open for",
  release_is_its_transfers: "every release is the sum of its transfers",
  producer_due_is_at_provider: "what producers are due lies at the provider or is on its way",
};

/** The report of `evenshare ledger check`, as lines. Amounts in minor units. */
export function describeLedger(check: LedgerCheck, trialBalance: readonly TrialBalanceLine[]): string[] {
  const checks = Object.entries(invariants).map(([name, words]) => {
    const found = check.findings.filter(({ invariant }) => invariant === name);
    const rows = found.map(({ subject, detail }) => `      ${subject}: ${detail}`);
    return [`${found.length === 0 ? "ok  " : "BAD "} ${words}`, ...rows].join("\n");
  });
  return [
    ...checks,
    "",
    ...describeTrialBalance(trialBalance),
    "",
    check.ok
      ? `The ledger adds up (${check.millis} ms).`
      : `The ledger does NOT add up: ${check.findings.length} finding(s).`,
  ];
}

/** Every account's total, and what debits and credits come to per currency: zero. Amounts in minor units. */
export function describeTrialBalance(lines: readonly TrialBalanceLine[]): string[] {
  return ["account              currency           balance", ...lines.map(describeLine), ...totals(lines)];
}

function describeLine({ kind, currency, balance }: TrialBalanceLine): string {
  return `${kind.padEnd(20)} ${currency.padEnd(8)} ${String(balance).padStart(17)}`;
}

function totals(lines: readonly TrialBalanceLine[]): string[] {
  const byCurrency = new Map<string, bigint>();
  for (const { currency, debitTotal } of lines)
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + debitTotal);
  return [...byCurrency].map(
    ([currency, total]) => `debits less credits  ${currency.padEnd(8)} ${String(total).padStart(17)}`,
  );
}
