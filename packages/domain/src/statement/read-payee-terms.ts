import type { JsonNode } from "./json-node";
import { type PeriodKind, parsePeriodName, periodIndexOf } from "./period";
import {
  type Adjustment,
  type Party,
  type PayeeOpening,
  type PayeeTerms,
  plainPayee,
  type ReserveTerms,
} from "./terms";

/** What the terms of payees are read by; what could not be read is undefined, and not compared with. */
export interface PayeeRules {
  readonly parties: readonly Party[] | undefined;
  readonly digits: number | undefined;
  readonly period: PeriodKind | undefined;
  readonly start: string | undefined;
}

const keys = [
  "floor",
  "reserve",
  "advance",
  "minimumPayout",
  "negativeOffsetCapBp",
  "platformFeeBp",
  "withholdingBp",
  "opening",
  "adjustments",
];

/** Reads what was agreed with each payee: every key is optional and means none, or zero, when it is absent. */
export function readPayees(
  node: JsonNode | undefined,
  rules: PayeeRules,
): ReadonlyMap<string, PayeeTerms> | undefined {
  const entries = node?.entries();
  if (entries === undefined) return undefined;
  const payees = new Map<string, PayeeTerms>();
  for (const [id, entry] of entries) {
    const party = rules.parties?.find((known) => known.id === id);
    if (rules.parties !== undefined && party === undefined) entry.fault("is an unknown party");
    if (party?.role === "payer") entry.fault("is not a payee");
    const terms = readPayee(entry, rules);
    if (terms !== undefined) payees.set(id, terms);
  }
  return payees;
}

function readPayee(node: JsonNode, rules: PayeeRules): PayeeTerms | undefined {
  const members = node.members([], keys);
  if (members === undefined) return undefined;
  const { digits } = rules;
  const read = <T>(key: string, reader: (member: JsonNode) => T | undefined, otherwise: T): T => {
    const member = members.get(key);
    return member === undefined ? otherwise : (reader(member) ?? otherwise);
  };
  const rate = (key: string, otherwise: bigint) => read(key, (member) => member.basisPoints(), otherwise);
  return {
    floor: read("floor", (member) => readFloor(member, digits), plainPayee.floor),
    reserve: read("reserve", readReserve, plainPayee.reserve),
    advance: read("advance", (member) => readAdvance(member, digits), plainPayee.advance),
    minimumPayout: read("minimumPayout", (member) => member.amount(digits), plainPayee.minimumPayout),
    negativeOffsetCapBp: rate("negativeOffsetCapBp", plainPayee.negativeOffsetCapBp),
    platformFeeBp: rate("platformFeeBp", plainPayee.platformFeeBp),
    withholdingBp: rate("withholdingBp", plainPayee.withholdingBp),
    opening: read("opening", (member) => readOpening(member, digits), plainPayee.opening),
    adjustments: read("adjustments", (member) => readAdjustments(member, rules), plainPayee.adjustments),
  };
}

function readFloor(node: JsonNode, digits: number | undefined): bigint | undefined {
  const members = node.members(["amount", "basis"]);
  members?.get("basis")?.oneOf(["earned"]);
  return members?.get("amount")?.amount(digits);
}

function readReserve(node: JsonNode): ReserveTerms | undefined {
  const members = node.members(["rateBp", "releaseBp"]);
  const rateBp = members?.get("rateBp")?.basisPoints();
  const releases = members?.get("releaseBp");
  const releaseBp = releases?.list()?.map((release) => release.basisPoints());
  if (releases === undefined || releaseBp === undefined) return undefined;
  const known = releaseBp.filter((release) => release !== undefined);
  if (known.length < releaseBp.length) return undefined;
  const sum = known.reduce((total, release) => total + release, 0n);
  if (sum !== 10_000n) return releases.fault(`sum to ${sum}, not to 10000`);
  return rateBp === undefined ? undefined : { rateBp, releaseBp: known };
}

function readAdvance(node: JsonNode, digits: number | undefined): PayeeTerms["advance"] | undefined {
  const members = node.members(["amount", "recoupRateBp"]);
  const amount = members?.get("amount")?.amount(digits);
  const recoupRateBp = members?.get("recoupRateBp")?.basisPoints();
  return amount === undefined || recoupRateBp === undefined ? undefined : { amount, recoupRateBp };
}

function readOpening(node: JsonNode, digits: number | undefined): PayeeOpening | undefined {
  const members = node.members(["payable", "reserveReleases"]);
  const payable = members?.get("payable")?.amount(digits, { negative: true });
  const releases = members
    ?.get("reserveReleases")
    ?.list()
    ?.map((release) => release.amount(digits));
  if (payable === undefined || releases === undefined) return undefined;
  return { payable, reserveReleases: releases.filter((release) => release !== undefined) };
}

function readAdjustments(node: JsonNode, rules: PayeeRules): readonly Adjustment[] | undefined {
  return node
    .list()
    ?.map((element) => readAdjustment(element, rules))
    .filter((adjustment) => adjustment !== undefined);
}

function readAdjustment(node: JsonNode, { digits, period: kind, start }: PayeeRules): Adjustment | undefined {
  const members = node.members(["period", "amount", "reason"]);
  const at = members?.get("period");
  const period = at?.text();
  if (at !== undefined && period !== undefined && kind !== undefined) {
    const index = parsePeriodName(period, kind);
    if (index === undefined) at.fault(`is not a ${kind}`);
    else if (start !== undefined && index < periodIndexOf(start, kind))
      at.fault("lies before the first period");
  }
  const amount = members?.get("amount")?.amount(digits, { negative: true });
  const reason = members?.get("reason")?.text();
  if (period === undefined || amount === undefined || reason === undefined) return undefined;
  return { period, amount, reason };
}
