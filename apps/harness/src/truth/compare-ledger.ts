import type { SandboxClient } from "../product/sandbox-client";
import type { Books, Difference } from "./difference";

/** The ledger against itself and against the provider's balances and charges, to the cent. */
export async function compareLedger(sandbox: SandboxClient, books: Books): Promise<Difference> {
  const own = books.findings.map(({ invariant, subject, detail }) => `${invariant}: ${subject}: ${detail}`);
  const failed = books.failures.map(
    ({ kind, subject_id, last_error }) => `${kind} ${subject_id} was given up: ${last_error}`,
  );
  const theirs = (await sandbox.findings()).map((finding) => `the sandbox: ${finding}`);
  const differences = [
    ...own,
    ...failed,
    ...theirs,
    ...compareCharges(books, await sandbox.charges()),
    ...compareBalance("the platform", ledgerBalance(books, "provider_platform"), await sandbox.balance()),
  ];
  for (const { organization_id, provider_account_id } of books.accounts) {
    const ours = ledgerBalance(books, "provider_producer", organization_id);
    differences.push(...compareBalance(organization_id, ours, await sandbox.balance(provider_account_id)));
  }
  return { differences };
}

function compareCharges(
  { fundings }: Books,
  charges: Awaited<ReturnType<SandboxClient["charges"]>>,
): string[] {
  const paid = charges.filter(({ status }) => status === "succeeded");
  const known = new Map(fundings.map((funding) => [funding.provider_charge_id, funding]));
  return paid.flatMap(({ id, amount }) => {
    const funding = known.get(id);
    if (funding === undefined) return [`charge ${id} of ${amount} is held by no milestone`];
    const same = funding.status === "succeeded" && funding.charged === BigInt(amount);
    return same ? [] : [`charge ${id} of ${amount}: funding ${funding.id} is ${funding.status}`];
  });
}

function ledgerBalance({ ledger }: Books, kind: string, owner?: string): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const line of ledger) {
    if (line.kind !== kind || (owner !== undefined && line.owner_id !== owner)) continue;
    totals.set(line.currency, (totals.get(line.currency) ?? 0n) + line.debit);
  }
  return totals;
}

function compareBalance(whose: string, ours: Map<string, bigint>, theirs: Map<string, bigint>): string[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((currency) => {
    const [here = 0n, there = 0n] = [ours.get(currency), theirs.get(currency)];
    return here === there ? [] : [`${whose}: ${here} ${currency} in the ledger, ${there} at the provider`];
  });
}
