import type { Platform } from "../platform";

/** Changes whenever something the page shows has changed. */
export function versionOf(platform: Platform): string {
  let attempts = 0;
  for (const delivery of platform.store.all("deliveries")) attempts += delivery.attempts.length;
  const ids = platform.store.get("counters", "ids")?.value ?? 0;
  return `${ids}.${platform.store.size("timers")}.${attempts}`;
}
