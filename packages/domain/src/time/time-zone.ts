import { z } from "zod";

/** An IANA time zone name that this machine knows. */
export const timeZone = z.string().refine(isTimeZone, "is not an IANA time zone, such as Europe/London");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
