import { ButtonLink, PageHeader, TabLinks } from "@evenshare/ui";
import { Upload } from "lucide-react";
import { Outlet, useLocation } from "react-router";
import { useDocumentTitle } from "../app/document-title";
import { useMayImport } from "./may-import";

const parts = [
  { href: "/revenue", label: "Sales and returns", title: "Revenue" },
  { href: "/revenue/imports", label: "Imports", title: "Imports, revenue" },
] as const;

/** What was sold: the lines themselves, and the files they came from. */
export function RevenueScreen() {
  const { pathname } = useLocation();
  const mayImport = useMayImport();
  const part = parts.find(({ href }) => href === pathname) ?? parts[0];
  useDocumentTitle(part.title);
  return (
    <>
      <PageHeader
        title="Revenue"
        subtitle="Your sales and returns, as your shops and systems gave them."
        action={
          mayImport ? (
            <ButtonLink variant="primary" icon={Upload} href="/revenue/imports/new">
              Import a file
            </ButtonLink>
          ) : undefined
        }
      />
      <TabLinks
        label="Parts of the revenue"
        tabs={parts.map(({ href, label }) => ({ href, label, current: href === part.href }))}
      />
      <div className="pt-7">
        <Outlet />
      </div>
    </>
  );
}
