import type { MouseEvent } from "react";

/** For links within the page: moves the focus to what `#id` names, without touching the address, which is the router's. */
export function focusTarget(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById(event.currentTarget.hash.slice(1))?.focus();
}
