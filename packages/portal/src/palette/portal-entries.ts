import { isAllowed, type OrganizationKind, type Permission, type Role } from "@evenshare/domain";
import type { PaletteEntry } from "@evenshare/ui";
import {
  AtSign,
  Bell,
  ChartPie,
  FilePlus2,
  FileSpreadsheet,
  Hand,
  House,
  Plus,
  Scale,
  ScrollText,
  Settings,
  ShieldCheck,
  SlidersHorizontal,
  User,
  UserCheck,
  Users,
} from "lucide-react";
import type { Place } from "../app/place";

/** Somewhere to go. */
export interface PlaceEntry extends PaletteEntry {
  readonly href: string;
}

interface Reader {
  readonly side: OrganizationKind;
  readonly role: Role;
}

/** A place that no navigation shows, and whose it is: everybody's unless a side or a permission says otherwise. */
interface FurtherPlace extends PlaceEntry {
  readonly side?: OrganizationKind;
  readonly permission?: Permission;
}

/** The places of a portal: those of its navigation, then those of the header, the money and the settings. */
export function placeEntries(places: readonly Place[], { side, role }: Reader): PlaceEntry[] {
  const further = furtherPlaces.filter(
    (place) =>
      (place.side === undefined || place.side === side) &&
      (place.permission === undefined || isAllowed(place.permission, side, role)),
  );
  return [
    ...places.map(({ href, label, icon }) => ({ id: href, label, icon, href })),
    ...further.map(({ id, label, detail, icon, href }) => ({
      id,
      label,
      icon,
      href,
      ...(detail === undefined ? {} : { detail }),
    })),
  ];
}

const furtherPlaces: readonly FurtherPlace[] = [
  { id: "notifications", label: "Notifications", icon: Bell, href: "/notifications" },
  { id: "unread", label: "Unread notifications", icon: Bell, href: "/notifications?show=unread" },
  { id: "holds", label: "Holds", detail: "What is held back, and why", icon: Hand, href: "/holds" },
  {
    id: "reconciliation",
    label: "Reconciliation",
    detail: "Every amount beside the payment provider's",
    icon: Scale,
    href: "/reconciliation",
    permission: "reconciliation.read",
  },
  {
    id: "trial-balance",
    label: "Reconciliation · Trial balance",
    icon: Scale,
    href: "/reconciliation/trial-balance",
    permission: "reconciliation.read",
  },
  {
    id: "revenue-imports",
    label: "Revenue · Imports",
    detail: "Files of sales, and what became of their rows",
    icon: FileSpreadsheet,
    href: "/revenue/imports",
    permission: "revenue.read",
  },
  { id: "settings", label: "Settings · Organization", icon: Settings, href: "/settings" },
  {
    id: "settings-team",
    label: "Settings · Team",
    detail: "Members, roles, invitations",
    icon: Users,
    href: "/settings/team",
  },
  {
    id: "settings-approvals",
    label: "Settings · Approvals",
    detail: "When a second person decides",
    icon: UserCheck,
    href: "/settings/approvals",
    side: "brand",
  },
  {
    id: "settings-mail-domain",
    label: "Settings · Mail domain",
    detail: "Mails from your own address",
    icon: AtSign,
    href: "/settings/mail-domain",
    permission: "mail_domain.manage",
  },
  {
    id: "settings-notifications",
    label: "Settings · Notifications",
    detail: "Mails, quiet hours",
    icon: SlidersHorizontal,
    href: "/settings/notifications",
  },
  {
    id: "settings-audit",
    label: "Settings · Audit log",
    detail: "Who did what",
    icon: ScrollText,
    href: "/settings/audit",
    permission: "organization.audit",
  },
  {
    id: "settings-you",
    label: "Settings · You",
    detail: "Name, e-mail address, password",
    icon: User,
    href: "/settings/you",
  },
  {
    id: "settings-security",
    label: "Settings · Security",
    detail: "Sessions, second factor",
    icon: ShieldCheck,
    href: "/settings/security",
  },
];

export interface Beginner extends Reader {
  /** Where milestones can be drafted. */
  readonly partnerships: readonly { readonly id: string; readonly title: string; readonly partner: string }[];
}

/** What a person with this role can begin now. Nothing is offered that the server would refuse. */
export function actionEntries({ side, role, partnerships }: Beginner): PlaceEntry[] {
  const entries: PlaceEntry[] = [];
  if (isAllowed("partnership.create", side, role)) {
    entries.push({ id: "start", label: "Start a partnership", icon: Plus, href: "/partnerships/new" });
  }
  if (isAllowed("share.propose", side, role)) {
    entries.push({ id: "share", label: "Propose a revenue share", icon: ChartPie, href: "/shares/new" });
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
  if (isAllowed("revenue.import", side, role)) {
    entries.push({
      id: "import-revenue",
      label: "Import a file of sales",
      icon: FileSpreadsheet,
      href: "/revenue/imports/new",
    });
  }
  entries.push({
    id: "new-organization",
    label: "New organization",
    icon: House,
    href: "/organizations/new",
  });
  return entries;
}
