import { approvalToWire } from "@evenshare/database";
import { changeLimit, lapseRequest, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { toRequest } from "./approval-record";
import { readLimits, writeLimit } from "./limits";
import { lockLimits } from "./lock-request";
import { readScene } from "./read-scene";

/** `approvalId` is set when the change waits for a second owner. */
const answer = z.object({ approvalId: z.uuid().nullable() });

/**
 * An owner sets, changes or removes the amount up to which one person decides alone in a currency. What loosens the
 * rule waits for a second owner where there is one; the rest holds at once.
 *
 * Refused with `approval.limit_changed` when another limit stands than was on screen, `approval.limit_unchanged`, and
 * `approval.already_waiting` while another change of the same limit waits.
 */
export const setLimit: Verb<z.input<typeof views.setLimitInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "approval.set_limits",
    permission: "approval.set_limits",
    input: views.setLimitInput,
    answer,
    async carryOut(tx, wanted, now) {
      const { organizationId, userId, userName } = scope;
      await lockLimits(tx, organizationId);
      const limits = await readLimits(tx, organizationId);
      const row = await tx.approvalRequest.findFirst({
        where: { organizationId, kind: "approval.set_limits", currency: wanted.currency, status: "waiting" },
      });
      const request = row === null ? null : toRequest(row);
      const waiting = request?.kind === "approval.set_limits" ? request : null;
      const scene = await readScene(deps, tx, organizationId, null, now);
      const decided = changeLimit(limits, wanted, { userId, name: userName }, { ...scene, waiting });
      if (!decided.ok) return decided;
      if (decided.value.kind === "lodged") {
        const { approval } = decided.value;
        return ok({
          answer: { approvalId: approval.requestId },
          ...approvalToWire(organizationId, approval),
        });
      }
      const { currency, amount, seen: before } = wanted;
      const written = await writeLimit(tx, organizationId, { currency, before, amount }, now);
      const hint = { organizations: [organizationId], topic: "approval", id: null } as const;
      if (waiting === null) return ok({ answer: { approvalId: null }, audit: [written], live: [hint] });
      // What waits was asked for on top of a limit that is not there any more.
      const lapsed = approvalToWire(organizationId, lapseRequest(waiting, "limits_changed", scene));
      return ok({ answer: { approvalId: null }, ...lapsed, audit: [written, ...lapsed.audit] });
    },
  });
