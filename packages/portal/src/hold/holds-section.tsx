import { Section } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";
import { DownloadCsv } from "../export/download-csv";
import { HoldCard } from "./hold-card";

/** The holds of one milestone; absent where there was none. */
export function HoldsSection({ milestoneId }: { milestoneId: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.holds.list.queryOptions({ milestoneId }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section
      title="Holds"
      description="Both sides read the same."
      action={<DownloadCsv table="holds" filter={{ milestoneId }} what="the holds of this milestone" />}
    >
      <ul className="flex flex-col gap-4">
        {data.items.map((hold) => (
          <li key={hold.id}>
            <HoldCard hold={hold} named={false} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
