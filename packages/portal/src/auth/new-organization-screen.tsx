import { Breadcrumbs, PageHeader } from "@evenshare/ui";
import { useDocumentTitle } from "../app/document-title";
import { NewOrganizationForm } from "./new-organization-form";

/** A further organization, for someone who already works in one. */
export function NewOrganizationScreen() {
  useDocumentTitle("New organization");
  return (
    <>
      <PageHeader
        title="New organization"
        subtitle="You will be its owner and can switch between your organizations at the top of every page."
        above={<Breadcrumbs crumbs={[{ label: "Home", href: "/" }, { label: "New organization" }]} />}
      />
      <div className="max-w-96">
        <NewOrganizationForm />
      </div>
    </>
  );
}
