import type { JsonNode } from "./json-node";
import type { Party, ShareTerms, Tier } from "./terms";

interface ShareRules {
  /** Undefined when they could not be read: then rates are not compared with them. */
  readonly parties: readonly Party[] | undefined;
  readonly digits: number | undefined;
}

/** Reads how the net base is shared: rising tiers, the last without an end, each with rates that sum to 10,000. */
export function readShare(node: JsonNode | undefined, rules: ShareRules): ShareTerms | undefined {
  const members = node?.members(["basis", "method", "tiers"]);
  const basis = members?.get("basis")?.oneOf(["cumulative", "period"]);
  const method = members?.get("method")?.oneOf(["marginal", "retroactive"]);
  const tiers = readTiers(members?.get("tiers"), rules);
  if (basis === undefined || method === undefined || tiers === undefined) return undefined;
  return { basis, method, tiers };
}

function readTiers(node: JsonNode | undefined, rules: ShareRules): readonly Tier[] | undefined {
  const list = node?.list();
  if (list === undefined) return undefined;
  if (list.length === 0) return node?.fault("has no tier");
  const tiers: Tier[] = [];
  let from = 0n;
  list.forEach((element, index) => {
    const members = element.members(["upTo", "ratesBp"]);
    const upTo = readUpTo(members?.get("upTo"), { from, isLast: index === list.length - 1, ...rules });
    const ratesBp = readRates(members?.get("ratesBp"), rules);
    if (typeof upTo === "bigint" && upTo > from) from = upTo;
    if (upTo !== undefined && ratesBp !== undefined) tiers.push({ upTo, ratesBp });
  });
  return tiers.length === list.length ? tiers : undefined;
}

function readUpTo(
  node: JsonNode | undefined,
  {
    from,
    isLast,
    digits,
  }: { readonly from: bigint; readonly isLast: boolean; readonly digits: number | undefined },
): bigint | null | undefined {
  if (node === undefined) return undefined;
  if (node.value === null) return isLast ? null : node.fault("is null before the last tier");
  const upTo = node.amount(digits);
  if (isLast) return node.fault("is not null in the last tier");
  if (upTo !== undefined && upTo <= from) return node.fault("does not rise");
  return upTo;
}

/** One rate for each party, in their order; a party that is not named has 0. */
function readRates(node: JsonNode | undefined, { parties }: ShareRules): readonly bigint[] | undefined {
  const entries = node?.entries();
  if (entries === undefined) return undefined;
  const rates = new Map([...entries].map(([party, rate]) => [party, rate.basisPoints()]));
  if (parties !== undefined)
    for (const [party, entry] of entries)
      if (!parties.some(({ id }) => id === party)) entry.fault("is an unknown party");
  const known = [...rates.values()].filter((rate) => rate !== undefined);
  if (known.length < rates.size) return undefined;
  const sum = known.reduce((total, rate) => total + rate, 0n);
  if (sum !== 10_000n) return node?.fault(`sum to ${sum}, not to 10000`);
  return parties?.map(({ id }) => rates.get(id) ?? 0n);
}
