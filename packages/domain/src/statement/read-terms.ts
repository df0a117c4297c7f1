import { isoDigits } from "../money/iso-currency";
import { isTimeZone } from "../time/zone";
import type { Fault } from "./fault";
import { type JsonFile, JsonNode } from "./json-node";
import { isCalendarDay, type PeriodKind, periodKinds } from "./period";
import { type PayeeRules, readPayees } from "./read-payee-terms";
import { readShare } from "./read-share-terms";
import { deductionKinds, type Party, type StatementTerms } from "./terms";

/** The currency of a file of terms, with its digits after the point (ISO 4217). */
export interface TermsCurrency {
  readonly code: string;
  readonly digits: number;
}

/** What a file of terms says. Parts that are faulty are undefined, so that events can still be checked by the others. */
export interface TermsReading {
  readonly faults: readonly Fault[];
  /** Undefined when there is any fault. */
  readonly terms: StatementTerms | undefined;
  readonly currency: TermsCurrency | undefined;
  readonly timeZone: string | undefined;
  readonly items: StatementTerms["items"] | undefined;
  readonly period: PeriodKind | undefined;
}

const requiredKeys = [
  "version",
  "agreement",
  "currency",
  "timeZone",
  "start",
  "end",
  "period",
  "items",
  "parties",
  "deductions",
  "share",
  "payees",
] as const;

/** Reads a file of terms (statement rules, section 9) and tells everything that is wrong with it. */
export function readTerms(file: JsonFile): TermsReading {
  const faults: Fault[] = [];
  const members =
    new JsonNode(file, faults).members(requiredKeys, ["openingBase"]) ?? new Map<string, JsonNode>();
  const at = (key: (typeof requiredKeys)[number] | "openingBase") => members.get(key);

  const version = at("version");
  if (version !== undefined && version.value !== 1) version.fault("is not 1");
  const agreement = at("agreement")?.text();
  const currency = readCurrency(at("currency"));
  const timeZone = readTimeZone(at("timeZone"));
  const start = readDay(at("start"));
  const end = readEnd(at("end"), start);
  const period = at("period")?.oneOf(periodKinds);
  const items = readItems(at("items"));
  const parties = readParties(at("parties"));
  const deductions = readDeductions(at("deductions"));
  const digits = currency?.digits;
  const share = readShare(at("share"), { parties, digits });
  const openingBase = members.has("openingBase") ? at("openingBase")?.amount(digits) : 0n;
  const rules: PayeeRules = { parties, digits, period, start };
  const payees = readPayees(at("payees"), rules);

  const known = { faults, currency, timeZone, items, period };
  if (faults.length > 0 || agreement === undefined || timeZone === undefined || start === undefined)
    return { ...known, terms: undefined };
  if (end === undefined || period === undefined || items === undefined || parties === undefined)
    return { ...known, terms: undefined };
  if (deductions === undefined || share === undefined || openingBase === undefined || payees === undefined)
    return { ...known, terms: undefined };
  return {
    ...known,
    terms: {
      agreement,
      timeZone,
      start,
      end,
      period,
      items,
      parties,
      deductions,
      share,
      payees,
      openingBase,
    },
  };
}

function readCurrency(node: JsonNode | undefined): TermsCurrency | undefined {
  const code = node?.text();
  if (code === undefined) return undefined;
  const digits = isoDigits(code);
  return digits === undefined ? node?.fault("is not a currency of ISO 4217") : { code, digits };
}

function readTimeZone(node: JsonNode | undefined): string | undefined {
  const name = node?.text();
  if (name === undefined || isTimeZone(name)) return name;
  return node?.fault("is not a time zone such as Europe/London");
}

function readDay(node: JsonNode | undefined): string | undefined {
  const day = node?.text();
  if (day === undefined || isCalendarDay(day)) return day;
  return node?.fault("is not a day of the calendar such as 2010-12-01");
}

function readEnd(node: JsonNode | undefined, start: string | undefined): string | null | undefined {
  if (node === undefined || node.value === null) return null;
  const end = readDay(node);
  if (end !== undefined && start !== undefined && end < start) return node.fault("lies before start");
  return end;
}

function readItems(node: JsonNode | undefined): StatementTerms["items"] | undefined {
  if (node === undefined || node.value === "*") return node === undefined ? undefined : "*";
  const items = node.list()?.map((item) => item.text());
  return items === undefined ? undefined : new Set(items.filter((item) => item !== undefined));
}

function readParties(node: JsonNode | undefined): readonly Party[] | undefined {
  const list = node?.list();
  if (list?.length === 0) return node?.fault("names nobody");
  const parties = list?.map((element) => {
    const members = element.members(["id", "role"]);
    const idNode = members?.get("id");
    const id = idNode?.text();
    const role = members?.get("role")?.oneOf(["payee", "payer"]);
    return { idNode, id, role };
  });
  parties?.forEach(({ id, idNode }, index) => {
    if (id !== undefined && parties.findIndex((party) => party.id === id) < index)
      idNode?.fault("is named twice");
  });
  const known = parties?.flatMap(({ id, role }) =>
    id === undefined || role === undefined ? [] : [{ id, role }],
  );
  return known?.length === parties?.length ? known : undefined;
}

function readDeductions(node: JsonNode | undefined): StatementTerms["deductions"] | undefined {
  const list = node?.list();
  const kinds = list?.map((element) => element.oneOf(deductionKinds));
  kinds?.forEach((kind, index) => {
    if (kind !== undefined && kinds.indexOf(kind) < index) list?.[index]?.fault("is named twice");
  });
  return kinds?.filter((kind) => kind !== undefined);
}
