import { currencyCode } from "@evenshare/domain";
import { z } from "zod";
import type { Connections } from "../connection/open";

const rows = z.array(
  z.object({
    id: z.uuid(),
    milestoneId: z.uuid(),
    milestoneTitle: z.string(),
    brandId: z.uuid(),
    brandName: z.string(),
    producerName: z.string(),
    amount: z.coerce.bigint(),
    currency: currencyCode,
    reason: z.string(),
    words: z.string(),
    ownerName: z.string(),
    placedAt: z.date(),
    nextAt: z.date(),
    appealNote: z.string().nullable(),
    appealedAt: z.date().nullable(),
    answer: z.string().nullable(),
    answerReason: z.string().nullable(),
  }),
);
/** A hold that has not ended, as the operator sees it. The amount is minor units of `currency`. */
export type OpenHold = z.infer<typeof rows>[number];

/** Every hold of the platform that has not ended, oldest first. */
export async function listOpenHolds({ app }: Connections): Promise<OpenHold[]> {
  const answer = await app.query(
    `select id, milestone_id as "milestoneId", milestone_title as "milestoneTitle", brand_id as "brandId",
       brand_name as "brandName", producer_name as "producerName", amount::text, currency, reason, words,
       owner_name as "ownerName", placed_at as "placedAt", next_at as "nextAt", appeal_note as "appealNote",
       appealed_at as "appealedAt", answer, answer_reason as "answerReason"
     from app.list_open_holds()`,
  );
  return rows.parse(answer.rows);
}
