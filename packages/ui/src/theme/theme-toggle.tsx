import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "../actions/icon-button";
import {
  followThemePreference,
  readThemePreference,
  setThemePreference,
  type ThemePreference,
} from "./theme-preference";

const steps = {
  system: { icon: Monitor, next: "light", label: "Theme: as the device. Change to light" },
  light: { icon: Sun, next: "dark", label: "Theme: light. Change to dark" },
  dark: { icon: Moon, next: "system", label: "Theme: dark. Change to as the device" },
} as const satisfies Record<ThemePreference, { icon: unknown; next: ThemePreference; label: string }>;

/** The theme of this browser in words, and the step to the next: device, light, dark, and round again. */
export function useThemeStep() {
  const preference = useSyncExternalStore(followThemePreference, readThemePreference);
  const { icon, next, label } = steps[preference];
  return { icon, label, take: () => setThemePreference(next) };
}

/** Goes through device, light and dark, and remembers the choice in this browser. */
export function ThemeToggle() {
  const { icon, label, take } = useThemeStep();
  return <IconButton icon={icon} label={label} onClick={take} />;
}
