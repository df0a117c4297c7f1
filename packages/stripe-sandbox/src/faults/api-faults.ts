import type { Platform } from "../platform";
import type { FaultRow } from "../state/tables";
import { matchesGlob } from "./glob";

/**
 * The fault that strikes a request, counted as fired; null for most requests. A rule lets `nth - 1` matching
 * requests pass, then strikes `times` of them.
 */
export function claimFault(platform: Platform, method: string, path: string): FaultRow | null {
  if (platform.store.size("faults") === 0) return null;
  return platform.store.transact(() => {
    const matching = [...platform.store.all("faults")].filter((rule) => matches(rule, method, path));
    for (const rule of matching) {
      const seen = rule.seen + 1;
      const strikes = seen >= rule.nth && rule.fired < rule.times;
      platform.store.put("faults", rule.id, { ...rule, seen, fired: rule.fired + (strikes ? 1 : 0) });
      if (strikes) return rule;
    }
    return null;
  });
}

function matches(rule: FaultRow, method: string, path: string): boolean {
  return (rule.method === null || rule.method === method) && matchesGlob(rule.path, path);
}
