import { z } from "zod";
import { organizationKind } from "../organization/role";
import { id } from "./shapes";

/** Where a person is signed in, and whether a second factor guards it. */
export const security = z.strictObject({
  secondFactor: z.strictObject({
    /** Null while it is off. */
    since: z.date().nullable(),
    recoveryCodesLeft: z.number().int(),
  }),
  sessions: z.array(
    z.strictObject({
      id,
      portal: organizationKind,
      ip: z.string().nullable(),
      userAgent: z.string().nullable(),
      beganAt: z.date(),
      lastUsedAt: z.date(),
      isCurrent: z.boolean(),
    }),
  ),
});
export type SecurityView = z.infer<typeof security>;
