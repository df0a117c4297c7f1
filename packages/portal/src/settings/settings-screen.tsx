import { PageHeader, TabLinks } from "@evenshare/ui";
import { Outlet, useLocation } from "react-router";
import { useDocumentTitle } from "../app/document-title";
import { useSession } from "../app/session";

/** The parts of the settings, each with an address of its own below `/settings`. */
const parts = [{ path: "", label: "Organization" }] as const;

const base = "/settings";

/** What can be set for the organization and for the person who is signed in. */
export function SettingsScreen() {
  const { active } = useSession();
  const { pathname } = useLocation();
  const part = parts.find(({ path }) => pathname === base + path) ?? parts[0];
  useDocumentTitle(`${part.label}, settings`);
  return (
    <>
      <PageHeader title="Settings" subtitle={active.organization.name} />
      <TabLinks
        label="Parts of the settings"
        tabs={parts.map(({ path, label }) => ({ href: base + path, label, current: path === part.path }))}
      />
      <div className="pt-7">
        <Outlet />
      </div>
    </>
  );
}
