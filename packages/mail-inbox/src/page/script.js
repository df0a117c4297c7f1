const live = document.querySelector("[data-live]");
let announced = "";

const showLocalTimes = () => {
  for (const element of document.querySelectorAll("time[data-local]")) {
    const at = new Date(element.dateTime);
    element.title = at.toString();
    element.textContent = at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
  }
};

const refreshList = async () => {
  const current = document.querySelector("[data-refresh]");
  if (!current) return;
  const response = await fetch(location.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("[data-refresh]");
  const focused = document.activeElement?.getAttribute("href");
  if (fresh) current.replaceWith(document.adoptNode(fresh));
  const count = page.querySelector("#count")?.textContent ?? "";
  const shown = document.querySelector("#count");
  if (shown) shown.textContent = count;
  document.title = page.title;
  const clear = document.querySelector("[data-clear]");
  if (clear) clear.disabled = page.querySelector("[data-clear]")?.disabled ?? false;
  showLocalTimes();
  // Whoever was on a row with the keyboard stays on it.
  if (focused) document.querySelector(`[data-refresh] a[href="${CSS.escape(focused)}"]`)?.focus();
  if (live && count !== announced) live.textContent = `Live · ${count}`;
  announced = count;
};

showLocalTimes();

const events = new EventSource("/api/events");
events.addEventListener("open", () => {
  if (live) live.textContent = "Live · new mail appears by itself";
  void refreshList();
});
events.addEventListener("change", refreshList);
events.addEventListener("error", () => {
  if (live) live.textContent = "The inbox is not running; trying again …";
});

document.querySelector("[data-clear]")?.addEventListener("click", async () => {
  if (!confirm("Delete all mails? They cannot be brought back.")) return;
  await fetch("/api/messages", { method: "DELETE" });
});
