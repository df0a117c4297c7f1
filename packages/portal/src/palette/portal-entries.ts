import { isAllowed, type OrganizationKind, type Role } from "@evenshare/domain";
import type { PaletteEntry } from "@evenshare/ui";
import { Bell, FilePlus2, House, Plus, Settings, SlidersHorizontal } from "lucide-react";
import type { Place } from "../app/place";

/** Somewhere to go. */
export interface PlaceEntry extends PaletteEntry {
  readonly href: string;
}

/** The places of a portal: those of its navigation, then those of the header. */
export function placeEntries(places: readonly Place[]): PlaceEntry[] {
  return [
    ...places.map(({ href, label, icon }) => ({ id: href, label, icon, href })),
    { id: "notifications", label: "Notifications", icon: Bell, href: "/notifications" },
    { id: "settings", label: "Settings · Organization", icon: Settings, href: "/settings" },
    {
      id: "settings-notifications",
      label: "Settings · Notifications",
      detail: "Mails, quiet hours",
      icon: SlidersHorizontal,
      href: "/settings/notifications",
    },
    {
      id: "unread",
      label: "Unread notifications",
      icon: Bell,
      href: "/notifications?show=unread",
    },
  ];
}

export interface Beginner {
  readonly side: OrganizationKind;
  readonly role: Role;
  /** Where milestones can be drafted. */
  readonly partnerships: readonly { readonly id: string; readonly title: string; readonly partner: string }[];
}

/** What a person with this role can begin now. Nothing is offered that the server would refuse. */
export function actionEntries({ side, role, partnerships }: Beginner): PlaceEntry[] {
  const entries: PlaceEntry[] = [];
  if (isAllowed("partnership.create", side, role)) {
    entries.push({ id: "start", label: "Start a partnership", icon: Plus, href: "/partnerships/new" });
  }
  if (isAllowed("milestone.draft", side, role)) {
    for (const { id, title, partner } of partnerships) {
      entries.push({
        id: `draft-${id}`,
        label: `Draft a milestone: ${title}`,
        detail: partner,
        icon: FilePlus2,
        href: `/partnerships/${id}/milestones/new`,
      });
    }
  }
  entries.push({
    id: "new-organization",
    label: "New organization",
    icon: House,
    href: "/organizations/new",
  });
  return entries;
}
