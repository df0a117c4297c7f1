import { z } from "zod";
import { organizationKind } from "../organization/role";
import { id } from "./shapes";

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
});
export type OrganizationView = z.infer<typeof organizationView>;
