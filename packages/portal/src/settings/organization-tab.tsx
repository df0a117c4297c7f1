import type { views } from "@evenshare/domain";
import { DateTime, DescriptionList, Section, TableSkeleton, useFormatting } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { OrganizationMark } from "../app/organization-mark";
import { countryName } from "../auth/countries";
import { LogoSection } from "./logo-section";
import { OrganizationForm } from "./organization-form";

/** What is known of the organization that is chosen, and how it looks. */
export function OrganizationTab() {
  const trpc = useTRPC();
  const query = useQuery(trpc.organizations.get.queryOptions());
  return (
    <Loaded query={query} what="Your organization" skeleton={<TableSkeleton label="Loading" rows={4} />}>
      {(organization) => (
        <>
          <OrganizationFacts organization={organization} />
          {organization.canManage && (
            <>
              <OrganizationForm key={organization.id} organization={organization} />
              <LogoSection branding={organization.branding} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function OrganizationFacts({ organization }: { organization: views.OrganizationView }) {
  const { locale } = useFormatting();
  const { name, kind, country, timeZone, createdAt, branding } = organization;
  return (
    <Section
      title="Organization"
      action={<OrganizationMark name={name} branding={branding} className="size-12" />}
    >
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
