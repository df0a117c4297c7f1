import { z } from "zod";

/** What became of the mail of a notice. */
export const deliveryStates = [
  "off",
  "queued",
  "waiting",
  "sending",
  "sent",
  "refused",
  "withdrawn",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];
export const deliveryState = z.enum(deliveryStates);
