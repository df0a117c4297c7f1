import { approvalToWire } from "@evenshare/database";
import { approvalStatuses, declineRequest as decide, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { lockRequest } from "./lock-request";

const answer = z.object({ status: z.enum(approvalStatuses) });

/** A second person says no, with a reason for the one who asked. Nothing is moved. Refused as approving would be. */
export const declineRequest: Verb<z.input<typeof views.declineApprovalInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "approval.decline",
    permission: "approval.decline",
    input: views.declineApprovalInput,
    answer,
    async carryOut(tx, { id, reason }, now) {
      const { organizationId, userId, userName } = scope;
      const locked = await lockRequest(deps, tx, organizationId, id, now);
      if (!locked.ok) return locked;
      const { request, scene } = locked.value;
      const decided = decide(request, { userId, name: userName }, reason, scene);
      if (!decided.ok) return decided;
      return ok({
        answer: { status: "declined" as const },
        ...approvalToWire(organizationId, decided.value),
      });
    },
  });
