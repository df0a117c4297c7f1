import { z } from "zod";
import { milestoneStates } from "../milestone/state";
import { id } from "./shapes";

export const findPlacesInput = z.strictObject({ text: z.string().trim().max(100) });

/** A partnership or a milestone that can be gone to, best match first. */
export const foundPlace = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("partnership"), id, title: z.string(), partner: z.string() }),
  z.strictObject({
    kind: z.literal("milestone"),
    id,
    title: z.string(),
    partner: z.string(),
    state: z.enum(milestoneStates),
  }),
]);
export type FoundPlace = z.infer<typeof foundPlace>;
export const foundPlaces = z.strictObject({ places: z.array(foundPlace) });
