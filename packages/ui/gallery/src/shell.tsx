import {
  CalendarDays,
  ChevronsUpDown,
  CreditCard,
  FileText,
  Handshake,
  House,
  LockKeyhole,
  LogOut,
  Settings,
} from "lucide-react";
import type { ReactNode } from "react";
import { AppShell, Menu, Monogram } from "../../src";

const places = [
  { href: "#home", label: "Home", icon: House },
  { href: "#milestone", label: "Milestone", icon: Handshake, count: 3 },
  { href: "#forms", label: "Forms", icon: LockKeyhole },
  { href: "#parts", label: "Parts", icon: FileText },
  { href: "#auth", label: "Sign-in", icon: CreditCard },
  { href: "#calendar", label: "Calendar", icon: CalendarDays },
  { href: "#settings", label: "Team and settings", icon: Settings },
];

export function GalleryShell({
  place,
  portal,
  children,
}: {
  place: string;
  portal: string;
  children: ReactNode;
}) {
  return (
    <AppShell
      portal={portal}
      homeHref="#home"
      navigation={places.map((item) => ({ ...item, current: item.href === place }))}
      organization={
        <Menu
          triggerClassName="flex h-10 max-w-full items-center gap-2 rounded-control px-2 text-dense font-medium hover:bg-sunken"
          label="Organization: Gasthaus Group"
          trigger={
            <>
              <Monogram name="Gasthaus Group" className="size-6" />
              <span className="hidden min-w-0 truncate sm:inline">Gasthaus Group</span>
              <ChevronsUpDown aria-hidden className="size-4 text-muted" />
            </>
          }
          groups={[
            {
              id: "organizations",
              label: "Organizations",
              items: [
                { id: "a", label: "Gasthaus Group", detail: "Owner", checked: true },
                { id: "b", label: "Harbour Roasters", detail: "Finance" },
              ],
            },
          ]}
        />
      }
      account={
        <Menu
          align="end"
          label="Account of Mara Lind"
          triggerClassName="grid size-10 place-items-center rounded-control hover:bg-sunken"
          trigger={<Monogram name="Mara Lind" className="size-7" />}
          groups={[
            {
              id: "me",
              label: "mara@gasthaus.example",
              items: [{ id: "settings", label: "Settings", icon: Settings, href: "#settings" }],
            },
            { id: "out", items: [{ id: "out", label: "Sign out", icon: LogOut, onSelect: () => undefined }] },
          ]}
        />
      }
    >
      {children}
    </AppShell>
  );
}
