import type { views } from "@evenshare/domain";
import { Breadcrumbs, PageHeader, PageHeaderSkeleton, TextSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { Loaded } from "../app/loaded";
import { useCommand } from "../command/use-command";
import { emptyDraft } from "./milestone-draft";
import { MilestoneForm } from "./milestone-form";

/** A new milestone of a partnership, in the currency of its agreement. */
export function DraftMilestoneScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.partnerships.get.queryOptions({ id }));
  useDocumentTitle("Draft a milestone");
  return (
    <Loaded
      page
      query={query}
      what="The partnership"
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading" />
          <TextSkeleton label="Loading" lines={8} />
        </>
      }
    >
      {(partnership) => <DraftForm partnership={partnership} />}
    </Loaded>
  );
}

function DraftForm({ partnership }: { partnership: views.PartnershipView }) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { run, pending, failure } = useCommand(client.milestones.draft.mutate);
  const { currency } = partnership.agreement.terms;
  const home = `/partnerships/${partnership.id}`;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs crumbs={[{ label: partnership.title, href: home }, { label: "Draft a milestone" }]} />
        }
        title="Draft a milestone"
        subtitle={`With ${partnership.counterparty.name}, who can read it, and answers once you propose it. Nothing is charged by drafting or agreeing.`}
      />
      <MilestoneForm
        start={emptyDraft}
        currency={currency}
        submitLabel="Save the draft"
        notDone="The draft was not saved."
        cancelHref={home}
        pending={pending}
        failure={failure}
        onSubmit={async (fields) => {
          const done = await run((commandKey) => ({
            commandKey,
            partnershipId: partnership.id,
            currency,
            ...fields,
          }));
          if (done !== undefined) await navigate(`/milestones/${done.id}`, { replace: true });
        }}
      />
    </>
  );
}
