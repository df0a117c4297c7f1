import { isAllowed, type OrganizationKind, type Permission } from "@evenshare/domain";
import { PageHeader, TabLinks } from "@evenshare/ui";
import { Outlet, useLocation } from "react-router";
import { useDocumentTitle } from "../app/document-title";
import { usePortal } from "../app/portal";
import { useSession } from "../app/session";

/** The parts of the settings, each with an address of its own below `/settings`; everybody's unless a permission says otherwise. */
const parts: readonly { path: string; label: string; side?: OrganizationKind; permission?: Permission }[] = [
  { path: "", label: "Organization" },
  { path: "/team", label: "Team" },
  { path: "/approvals", label: "Approvals", side: "brand" },
  { path: "/mail-domain", label: "Mail domain", permission: "mail_domain.manage" },
  { path: "/notifications", label: "Notifications" },
  { path: "/audit", label: "Audit log" },
  { path: "/you", label: "You" },
  { path: "/security", label: "Security" },
];

const base = "/settings";

/** What can be set for the organization and for the person who is signed in. */
export function SettingsScreen() {
  const { active } = useSession();
  const { pathname } = useLocation();
  const { side } = usePortal();
  const shown = parts.filter(
    (part) =>
      (part.side === undefined || part.side === side) &&
      (part.permission === undefined || isAllowed(part.permission, side, active.role)),
  );
  const current = shown.find(({ path }) => pathname === base + path) ?? shown[0];
  useDocumentTitle(`${current?.label ?? "Organization"}, settings`);
  return (
    <>
      <PageHeader title="Settings" subtitle={active.organization.name} />
      <TabLinks
        label="Parts of the settings"
        tabs={shown.map(({ path, label }) => ({
          href: base + path,
          label,
          current: path === current?.path,
        }))}
      />
      <div className="pt-7">
        <Outlet />
      </div>
    </>
  );
}
