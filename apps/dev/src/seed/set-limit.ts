import type { CurrencyCode } from "@evenshare/domain";
import type { OrganizationKey } from "./cast";
import { command, type Teller } from "./teller";

/** The owner of a brand sets the amount up to which one person decides alone. */
export async function setLimit(
  teller: Teller,
  brand: OrganizationKey,
  currency: CurrencyCode,
  amount: bigint,
): Promise<void> {
  await command(
    teller,
    `limit of ${brand} in ${currency}`,
    () => ({ currency, amount, seen: null }),
    (input) => teller.at(brand).api.approvals.setLimit.mutate(input),
  );
}
