import type { Result } from "@evenshare/domain";
import { type Limiter, limits } from "./limits";

/**
 * Follows a link or a hand-over that came from one network address, and counts it: whoever guesses at links is stopped,
 * and a link that turns out to be right uses nothing up. Many people may share an address.
 */
export async function followLink<T>(
  limiter: Limiter,
  ip: string | null,
  follow: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = await limiter.take(limits.linkFromAddress, ip);
  if (!allowed.ok) return allowed;
  const followed = await follow();
  if (followed.ok) await limiter.giveBack(limits.linkFromAddress, ip);
  return followed;
}
