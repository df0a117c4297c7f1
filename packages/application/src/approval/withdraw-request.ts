import { approvalToWire } from "@evenshare/database";
import { approvalStatuses, withdrawRequest as decide, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { lockRequest } from "./lock-request";

const answer = z.object({ status: z.enum(approvalStatuses) });

/** Whoever asked takes the request back. Refused with `approval.not_yours` for anybody else. */
export const withdrawRequest: Verb<z.input<typeof views.approvalCommandInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "approval.withdraw",
    permission: "approval.withdraw",
    input: views.approvalCommandInput,
    answer,
    async carryOut(tx, { id }, now) {
      const { organizationId, userId, userName } = scope;
      const locked = await lockRequest(deps, tx, organizationId, id, now);
      if (!locked.ok) return locked;
      const decided = decide(locked.value.request, { userId, name: userName });
      if (!decided.ok) return decided;
      return ok({
        answer: { status: "withdrawn" as const },
        ...approvalToWire(organizationId, decided.value),
      });
    },
  });
