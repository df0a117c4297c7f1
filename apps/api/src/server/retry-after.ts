import type { Failure } from "@evenshare/domain";

/** After how many seconds a refused request may come again; null where the refusal is not about time. */
export function secondsUntilAgain({ code, details }: Failure): string | null {
  const seconds = details?.["seconds"];
  return code === "request.too_many" && typeof seconds === "string" ? seconds : null;
}

/** Puts it where clients look for it. */
export function sayWhenAgain(headers: Headers, failure: Failure): void {
  const seconds = secondsUntilAgain(failure);
  if (seconds !== null) headers.set("retry-after", seconds);
}
