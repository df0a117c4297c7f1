import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../actions/icon-button";
import { readThemePreference, setThemePreference, type ThemePreference } from "./theme-preference";

const steps = {
  system: { icon: Monitor, next: "light", label: "Theme: as the device. Change to light" },
  light: { icon: Sun, next: "dark", label: "Theme: light. Change to dark" },
  dark: { icon: Moon, next: "system", label: "Theme: dark. Change to as the device" },
} as const satisfies Record<ThemePreference, { icon: unknown; next: ThemePreference; label: string }>;

/** Goes through device, light and dark, and remembers the choice in this browser. */
export function ThemeToggle() {
  const [preference, setPreference] = useState(readThemePreference);
  const { icon, next, label } = steps[preference];
  return (
    <IconButton
      icon={icon}
      label={label}
      onClick={() => {
        setThemePreference(next);
        setPreference(next);
      }}
    />
  );
}
