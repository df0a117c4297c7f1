import type { NavigationItem } from "@evenshare/ui";

/** A place in the navigation; it is current on its own address and on those that `covers` begins with. */
export interface Place extends Pick<NavigationItem, "href" | "label" | "icon"> {
  readonly covers?: readonly string[];
}
