import type { views } from "@evenshare/domain";
import { DateTime, DescriptionList, Section, TableSkeleton, useFormatting } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { countryName } from "../auth/countries";

/** What is known of the organization that is chosen. */
export function OrganizationTab() {
  const trpc = useTRPC();
  const query = useQuery(trpc.organizations.get.queryOptions());
  return (
    <Loaded query={query} what="Your organization" skeleton={<TableSkeleton label="Loading" rows={4} />}>
      {(organization) => <OrganizationFacts organization={organization} />}
    </Loaded>
  );
}

function OrganizationFacts({ organization }: { organization: views.OrganizationView }) {
  const { locale } = useFormatting();
  const { name, kind, country, timeZone, createdAt } = organization;
  return (
    <Section title="Organization">
      <DescriptionList
        items={[
          { term: "Name", value: name },
          { term: "Side", value: kind === "brand" ? "Brand" : "Producer" },
          { term: "Country", value: countryName(country, locale) },
          { term: "Time zone", value: timeZone.replaceAll("_", " ") },
          { term: "Here since", value: <DateTime at={createdAt} timeZone={timeZone} /> },
        ]}
      />
    </Section>
  );
}
