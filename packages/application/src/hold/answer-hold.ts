import { answerHold as decide, type HoldAnswer, holdAnswers, type Result, refuse } from "@evenshare/domain";
import { z } from "zod";
import { changeAsSystem, type SystemDeps } from "../milestone/change-as-system";
import { parseInput } from "../verb";

const input = z.strictObject({
  holdId: z.uuid("is no id of a hold"),
  answer: z.enum(holdAnswers),
  reason: z.string().trim().min(1, "is missing").max(2_000, "has more than 2000 characters"),
});

/**
 * The operator answers a hold from a shell: state, audit row with the person's name, and notices and mails to both sides
 * are written together. Refused with `hold.not_found`, `hold.not_appealed` and `hold.answered_before`.
 */
export async function answerHold(
  deps: SystemDeps,
  raw: { readonly holdId: string; readonly answer: HoldAnswer; readonly reason: string },
  operator: string,
): Promise<Result<{ changed: number }>> {
  const parsed = parseInput(input, raw);
  if (!parsed.ok) return parsed;
  const holds = await deps.database.listOpenHolds();
  const hold = holds.find(({ id }) => id === parsed.value.holdId);
  if (hold === undefined) return refuse({ code: "hold.not_found" });
  return changeAsSystem(deps, {
    organizationId: hold.brandId,
    milestoneId: hold.milestoneId,
    actor: { kind: "operator", name: operator },
    decide: (snapshot, context) => decide(snapshot, parsed.value, context),
  });
}
