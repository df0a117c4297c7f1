import { useAnnounce } from "@evenshare/ui";
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** After going to another page, puts the focus at the start of its content and says its title. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const announce = useAnnounce();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById("content")?.focus({ preventScroll: true });
    announce(document.title);
  }, [pathname, announce]);
  return null;
}
