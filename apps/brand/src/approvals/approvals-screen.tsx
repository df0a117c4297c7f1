import { useDocumentTitle } from "@evenshare/portal";
import { EmptyState, PageHeader, TabLinks, TextLink } from "@evenshare/ui";
import { UserCheck } from "lucide-react";
import { useSearchParams } from "react-router";
import { ApprovalList } from "./approval-list";

const shown = [
  {
    id: "waiting",
    label: "Waiting",
    href: "/approvals",
    emptyTitle: "Nothing waits for a second person",
    empty:
      "A release above your organization's limit for one person stands here until somebody else decides.",
  },
  {
    id: "settled",
    label: "Settled",
    href: "/approvals?show=settled",
    emptyTitle: "Nothing was decided yet",
    empty: "What was approved, declined, withdrawn, or ended by itself will be listed here, with the reason.",
  },
] as const;

/** Decisions that wait for a second person, and how earlier ones ended. */
export function ApprovalsScreen() {
  const [search] = useSearchParams();
  const asked = search.get("show");
  const part = shown.find(({ id }) => id === asked) ?? shown[0];
  useDocumentTitle(`${part.label} approvals`);
  return (
    <>
      <PageHeader
        title="Approvals"
        subtitle={
          <>
            What is more than one person decides alone. The amounts are set in the{" "}
            <TextLink href="/settings/approvals">settings</TextLink>.
          </>
        }
      />
      <TabLinks
        label="Which approvals"
        tabs={shown.map(({ id, label, href }) => ({ href, label, current: id === part.id }))}
      />
      <div className="pt-5">
        <ApprovalList
          show={part.id}
          empty={
            <EmptyState icon={UserCheck} title={part.emptyTitle}>
              {part.empty}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
