import type { OrganizationKey, PersonKey } from "./cast";
import { command, type Teller } from "./teller";

/** A comparison is not made again within this time. */
const pauseMs = 60_000;

/** Somebody asks for the ledger to be compared with the payment provider, unless that has just been done. */
export async function compareWithProvider(
  teller: Teller,
  organization: OrganizationKey,
  person: PersonKey,
): Promise<void> {
  const { reconciliation } = teller.at(organization, person).api;
  const { asOf } = await reconciliation.get.query();
  const now = await teller.time.now();
  if (asOf !== null && now.getTime() - asOf.getTime() < pauseMs) return;
  await command(
    teller,
    "compare with the provider",
    () => ({}),
    (input) => reconciliation.request.mutate(input),
  );
}
