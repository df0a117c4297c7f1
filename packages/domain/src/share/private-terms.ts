import type { ShareTermsFile } from "./terms-file";

/**
 * The terms as one party may read them: the split is everybody's, what was agreed with another payee alone (floor,
 * reserve, advance, minimum, fee, withholding, opening, adjustments) is not.
 */
export function termsFor(terms: ShareTermsFile, reader: { readonly key: string }): ShareTermsFile {
  const role = terms.parties.find(({ id }) => id === reader.key)?.role;
  if (role === "payer") return terms;
  const own = terms.payees[reader.key];
  return { ...terms, payees: own === undefined ? {} : { [reader.key]: own } };
}
