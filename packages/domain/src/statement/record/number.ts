/**
 * The number of an issued statement: `{tenant}-{agreement}-{YYYY}-{seq}` (statement rules, section 1). Whoever issues it
 * counts `sequence` per tenant and year without a gap.
 *
 * @param tenant letters and digits without a hyphen, so that no two pairs of tenant and agreement read the same.
 * @example statementNumber({ tenant: "ACME", agreement: "AGR-1", year: 2011, sequence: 7 }) // "ACME-AGR-1-2011-7"
 * @throws RangeError when a part cannot stand in a number.
 */
export function statementNumber({
  tenant,
  agreement,
  year,
  sequence,
}: {
  readonly tenant: string;
  readonly agreement: string;
  readonly year: number;
  readonly sequence: number;
}): string {
  if (!/^[A-Za-z0-9]+$/.test(tenant)) throw new RangeError("a tenant's code has letters and digits only");
  if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(agreement))
    throw new RangeError("an agreement's code has letters, digits and single hyphens only");
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError("a year has four digits");
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError("statements are counted from 1");
  return `${tenant}-${agreement}-${year}-${sequence}`;
}
