/** `system` follows the device. */
export type ThemePreference = "system" | "light" | "dark";

const followers = new Set<() => void>();

const storageKey = "evenshare.theme";

/** What this browser was told to use; `system` when nothing was said or storage is closed. */
export function readThemePreference(): ThemePreference {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** Shows a theme and remembers it. */
export function setThemePreference(preference: ThemePreference): void {
  showTheme(preference);
  try {
    if (preference === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, preference);
  } catch {
    // Storage is closed in some private windows; the theme then lasts as long as the page.
  }
  for (const told of followers) told();
}

/** Tells of each change in this page until the answer is called. */
export function followThemePreference(told: () => void): () => void {
  followers.add(told);
  return () => followers.delete(told);
}

/** Shows the remembered theme. Call it before the first render, so that no page flashes in the other one. */
export function applyThemePreference(): void {
  showTheme(readThemePreference());
}

function showTheme(preference: ThemePreference): void {
  const { dataset } = document.documentElement;
  if (preference === "system") delete dataset.theme;
  else dataset.theme = preference;
}
