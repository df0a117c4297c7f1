import type { TenantTransaction } from "@evenshare/database";
import {
  addDays,
  currencyCode,
  instantOf,
  localDayOf,
  organizationKind,
  type views,
} from "@evenshare/domain";
import { z } from "zod";
import type { Scope } from "../scope";

type Days = Pick<views.MoneyLogFilter, "from" | "to">;

/** The zone in which the days of the reader's organization begin and end. */
export async function readTimeZone(tx: TenantTransaction, scope: Scope): Promise<string> {
  const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: scope.organizationId } });
  return timeZone;
}

/** The instants of a range of days, both included: from the first one's midnight to just before the last one's next. */
export function betweenDays({ from, to }: Days, timeZone: string): { gte?: Date; lt?: Date } {
  return {
    ...(from && { gte: instantOf(localDayOf(from), 0, timeZone, "first") }),
    ...(to && { lt: instantOf(addDays(localDayOf(to), 1), 0, timeZone, "first") }),
  };
}

const partners = z.array(z.object({ id: z.uuid(), name: z.string(), kind: organizationKind }));

/** Everybody the reader's organization has a partnership with, by name. */
export async function readPartners(tx: TenantTransaction, scope: Scope): Promise<views.OrganizationRef[]> {
  return partners.parse(
    await tx.$queryRaw`
      select distinct o.id, o.name, o.kind from partnership_party own
      join partnership_party other on other.partnership_id = own.partnership_id
        and other.organization_id <> own.organization_id
      join organization o on o.id = other.organization_id
      where own.organization_id = ${scope.organizationId}::uuid
      order by o.name, o.id`,
  );
}

/** One row per currency, as the statements of the logs answer. */
export const logSums = z.array(
  z.object({
    currency: currencyCode,
    entries: z.number().int(),
    gross: z.bigint(),
    fee: z.bigint(),
    net: z.bigint(),
    arrived: z.bigint(),
  }),
);
