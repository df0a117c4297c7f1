import { z } from "zod";
import { isTimeZone } from "./zone";

/** An IANA time zone name that this machine knows. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "is not an IANA time zone, such as Europe/London");
