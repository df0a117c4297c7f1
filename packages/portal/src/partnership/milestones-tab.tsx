import { EmptyState } from "@evenshare/ui";
import { Milestone } from "lucide-react";
import { MilestoneList } from "../milestone/milestone-list";
import { usePartnership } from "./partnership-screen";

/** Every milestone of a partnership. */
export function MilestonesTab() {
  const { id } = usePartnership();
  return (
    <MilestoneList
      partnershipId={id}
      group="all"
      empty={
        <EmptyState icon={Milestone} title="No milestones yet">
          Either side drafts one and proposes it. The other agrees or declines with a reason.
        </EmptyState>
      }
    />
  );
}
