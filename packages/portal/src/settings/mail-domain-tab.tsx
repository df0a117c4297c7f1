import { Section, TableSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { useSession } from "../app/session";
import { MailDomainForm } from "./mail-domain-form";
import { MailDomainStatus } from "./mail-domain-status";
import { MailRecords } from "./mail-records";

/** The domain that mails to partners come from. */
export function MailDomainTab() {
  const trpc = useTRPC();
  const { organization } = useSession().active;
  const query = useQuery(trpc.mailDomain.get.queryOptions());
  return (
    <Loaded query={query} what="Your mail domain" skeleton={<TableSkeleton label="Loading" rows={4} />}>
      {({ mailDomain }) => (
        <>
          <Section
            title="Mail domain"
            description={`Mails that ${organization.name} causes to reach its partners can come from your own domain instead of ours. Mails about signing in and passwords, and those to your own people, always come from Evenshare.`}
          >
            {mailDomain === null ? (
              <MailDomainForm />
            ) : (
              <MailDomainStatus key={mailDomain.id} mailDomain={mailDomain} />
            )}
          </Section>
          {mailDomain !== null && <MailRecords mailDomain={mailDomain} />}
        </>
      )}
    </Loaded>
  );
}
