import { z } from "zod";

/** Which of the two portals an organization works in. */
export const organizationKinds = ["brand", "producer"] as const;
export type OrganizationKind = (typeof organizationKinds)[number];
export const organizationKind = z.enum(organizationKinds);

/** What a person may be in an organization (F4). */
export const roles = ["owner", "finance", "approver", "contributor", "viewer"] as const;
export type Role = (typeof roles)[number];
export const role = z.enum(roles);
