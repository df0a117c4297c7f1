import { type Html, html } from "../http/page";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import { actionButton } from "./parts";

const hourMs = 3_600_000;
const steps: [label: string, ms: number][] = [
  ["+ 1 hour", hourMs],
  ["+ 1 day", 24 * hourMs],
  ["+ 7 days", 7 * 24 * hourMs],
  ["+ 14 days", 14 * 24 * hourMs],
];

/** The development clock with its buttons. */
export function clockSection(sandbox: Sandbox, platform: Platform): Html {
  const now = sandbox.clock.now().toISOString();
  const frozen = sandbox.clock.state().frozenAt !== null;
  return html`<div aria-label="Development clock" role="group">
<p><strong>${now.slice(0, 19).replace("T", " ")} UTC</strong> <span class="tag">${frozen ? "frozen" : "running"}</span></p>
<div class="buttons">${steps.map(([label, ms]) => actionButton(platform, "advance", label, { ms: String(ms) }))}
${frozen ? actionButton(platform, "resume", "Resume") : actionButton(platform, "freeze", "Freeze")}</div>
<form method="post" action="/inspector/actions">
<input type="hidden" name="platform" value="${platform.key}"><input type="hidden" name="action" value="set">
<label>Set to (UTC) <input class="small" type="datetime-local" name="instant" value="${now.slice(0, 16)}" required></label>
<button type="submit" class="quiet small">Set</button></form>
</div>`;
}
