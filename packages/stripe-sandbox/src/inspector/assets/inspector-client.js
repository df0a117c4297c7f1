// Keeps the inspector fresh while it is looked at: a page nobody is typing into reloads when something changed.
const main = document.querySelector("main[data-version]");
const shown = main?.getAttribute("data-version");

async function look() {
  if (
    document.hidden ||
    document.activeElement?.matches("input, select") ||
    document.querySelector("details[open]")
  )
    return;
  const answer = await fetch(`/inspector/version${location.search}`);
  if (answer.ok && (await answer.text()) !== shown) location.reload();
}

if (main) setInterval(() => look().catch(() => {}), 1000);
