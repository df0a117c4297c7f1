import type { views } from "@evenshare/domain";
import { TabLinks } from "@evenshare/ui";

type Filter = (typeof views.reconciliationFilters)[number];

const filters: readonly { readonly id: Filter; readonly label: string }[] = [
  { id: "all", label: "All" },
  { id: "differences", label: "Differences" },
  { id: "in_flight", label: "In flight" },
];

/** Which movements are listed; the choice is in the address. */
export function MovementFilter({ show }: { show: Filter }) {
  return (
    <div className="mb-4">
      <TabLinks
        label="Which movements"
        tabs={filters.map(({ id, label }) => ({
          href: id === "all" ? "/reconciliation" : `/reconciliation?show=${id}`,
          label,
          current: id === show,
        }))}
      />
    </div>
  );
}
