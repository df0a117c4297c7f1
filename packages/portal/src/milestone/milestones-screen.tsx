import { EmptyState, PageHeader, TabLinks } from "@evenshare/ui";
import { Milestone } from "lucide-react";
import { useSearchParams } from "react-router";
import { useDocumentTitle } from "../app/document-title";
import { usePortal } from "../app/portal";
import { MilestoneList, type StateGroup } from "./milestone-list";
import { stateGroups } from "./state-words";

const groups: readonly { id: StateGroup; label: string }[] = [...stateGroups, { id: "all", label: "All" }];

const none = {
  brand:
    "A milestone is a piece of work with an amount and criteria that can be tested. Open a partnership to draft one.",
  producer:
    "A milestone is a piece of work with an amount and criteria that can be tested. Open a partnership to draft one, or wait for the brand to propose it.",
};

/** The milestones of all partnerships, narrowed by where they stand; the choice is in the address. */
export function MilestonesScreen() {
  const { side } = usePortal();
  const [search] = useSearchParams();
  const asked = search.get("show");
  const group = groups.find(({ id }) => id === asked) ?? { id: "open", label: "Open" };
  useDocumentTitle(`${group.label} milestones`);
  return (
    <>
      <PageHeader
        title="Milestones"
        subtitle="Across all partnerships, with the next step and the next date of each."
      />
      <TabLinks
        label="Which milestones"
        tabs={groups.map(({ id, label }) => ({
          href: id === "open" ? "/milestones" : `/milestones?show=${id}`,
          label,
          current: id === group.id,
        }))}
      />
      <div className="pt-5">
        <MilestoneList
          group={group.id}
          empty={
            <EmptyState
              icon={Milestone}
              title={group.id === "all" ? "No milestones yet" : "None of these at the moment"}
            >
              {none[side]}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
