import { approvalStatuses } from "@evenshare/domain";
import { z } from "zod";

/** How the request ended: approved, or, with nothing carried out, expired or void. */
export const approvalAnswer = z.object({
  status: z.enum(approvalStatuses),
  releaseId: z.uuid().nullable(),
});
export type ApprovalAnswer = z.infer<typeof approvalAnswer>;

/** The command of whoever approves; `id` is the request's. */
export interface Approving {
  readonly commandKey: string;
  readonly id: string;
}
