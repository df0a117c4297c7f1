import { type Html, html } from "../http/page";
import type { Platform } from "../platform";
import type { DeliveryRow } from "../state/tables";
import { actionButton, instant, shownRows, table } from "./parts";

/** The latest events and how their webhooks went. */
export function eventsSection(platform: Platform): Html {
  const events = [...platform.store.all("events")].reverse().slice(0, shownRows);
  const deliveries = new Map<string, DeliveryRow[]>();
  for (const delivery of platform.store.all("deliveries")) {
    deliveries.set(delivery.event, [...(deliveries.get(delivery.event) ?? []), delivery]);
  }
  return html`<section><h2>Events</h2>${table(
    "Events",
    [["When (UTC)"], ["Event"], ["Account"], ["Webhooks"], ["Do"]],
    events.map(({ object: event }) => {
      const sent = deliveries.get(event.id) ?? [];
      const again = actionButton(platform, "redeliver", "Send again", { id: event.id });
      return html`<tr><td>${instant(event.created)}</td><td>${event.type}<details><summary class="mono">${event.id}</summary>
<pre>${JSON.stringify(event.data, null, 2)}</pre></details></td><td class="mono">${event.account ?? "platform"}</td>
<td>${sent.length === 0 ? html`<span class="muted">no endpoint</span>` : sent.map(deliveryLine)}</td><td>${sent.length === 0 ? null : again}</td></tr>`;
    }),
    "Nothing has happened yet.",
  )}</section>`;
}

function deliveryLine(delivery: DeliveryRow): Html {
  const last = delivery.attempts.at(-1);
  const tone = delivery.state === "delivered" ? "good" : delivery.state === "waiting" ? "muted" : "bad";
  const detail =
    last === undefined
      ? ""
      : ` · ${last.status ?? last.error ?? "no answer"} · ${delivery.attempts.length} sent`;
  return html`<span class="${tone}">${delivery.state}${detail}</span>${delivery.fault === null ? null : html` <span class="tag">${delivery.fault}</span>`}<br>`;
}
