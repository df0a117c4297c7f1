import type { Result } from "@evenshare/domain";
import { z } from "zod";
import { sayWhenAgain } from "../server/retry-after";
import type { ApiContext } from "./context";
import { FailureError } from "./failure";

/** The answer of a command that has nothing to say but that it is done. */
export const done = z.void();

/** The value of a result, or the refusal thrown; a refusal about time also says in a header when to come again. */
export function unwrap<T>({ responseHeaders }: ApiContext, result: Result<T>): T {
  if (result.ok) return result.value;
  sayWhenAgain(responseHeaders, result.failure);
  throw new FailureError(result.failure);
}
