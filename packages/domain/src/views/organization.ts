import { z } from "zod";
import { accentColour } from "../organization/accent";
import { organizationKind } from "../organization/role";
import { commandKey } from "./milestone";
import { id } from "./shapes";

/** How an organization looks to itself and to its partners. */
export const branding = z.strictObject({
  /** #rrggbb; null: the portal's own. */
  accent: z.string().nullable(),
  /** A path under the portal's own origin; null: no logo. */
  logoHref: z.string().nullable(),
});
export type Branding = z.infer<typeof branding>;

/** An organization as its own members see it. */
export const organizationView = z.strictObject({
  id,
  name: z.string(),
  kind: organizationKind,
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  createdAt: z.date(),
  branding,
  /** Whether the reader may change any of it. */
  canManage: z.boolean(),
});
export type OrganizationView = z.infer<typeof organizationView>;

export const updateOrganizationInput = z.strictObject({
  commandKey,
  name: z.string().trim().min(1, "is missing").max(120, "has more than 120 characters"),
  timeZone: z.string().max(64).refine(isTimeZone, "is not an IANA time zone, such as Europe/London"),
  accent: accentColour.nullable(),
});

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC";
}
