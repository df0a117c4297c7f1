import type { views } from "@evenshare/domain";
import {
  Banner,
  Breadcrumbs,
  ButtonLink,
  PageHeader,
  PageHeaderSkeleton,
  TextSkeleton,
  useFormatting,
  writeAmount,
} from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { Loaded } from "../app/loaded";
import { useCommand } from "../command/use-command";
import { draftOf } from "./milestone-draft";
import { MilestoneForm } from "./milestone-form";

/** Changes a milestone that is still a draft. */
export function EditMilestoneScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.milestones.get.queryOptions({ id }));
  useDocumentTitle("Change the draft");
  return (
    <Loaded
      page
      query={query}
      what="The milestone"
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading" />
          <TextSkeleton label="Loading" lines={8} />
        </>
      }
    >
      {(milestone) => <EditForm milestone={milestone} />}
    </Loaded>
  );
}

function EditForm({ milestone }: { milestone: views.MilestoneView }) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { locale } = useFormatting();
  const { run, pending, failure } = useCommand(client.milestones.edit.mutate);
  // The form starts from the version it was opened with; a change by somebody else is then refused, not overwritten.
  const [opened] = useState(milestone);
  const { id, money } = opened;
  const home = `/milestones/${id}`;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: opened.title, href: home }, { label: "Change the draft" }]} />}
        title="Change the draft"
        subtitle={`${opened.counterparty.name} agrees to the version you propose.`}
      />
      <div className="mb-6 empty:hidden">
        {milestone.version !== opened.version && !pending && (
          <Banner
            tone="held"
            title="This draft was changed while you were writing"
            action={<ButtonLink href={home}>See it</ButtonLink>}
          >
            Saving would be refused, so that nobody's change is lost.
          </Banner>
        )}
      </div>
      <MilestoneForm
        start={draftOf(opened, (amount, currency) => writeAmount(amount, currency, locale))}
        currency={money.currency}
        submitLabel="Save the draft"
        notDone="The draft was not saved."
        cancelHref={home}
        pending={pending}
        failure={failure}
        onSubmit={async (fields) => {
          const { version } = opened;
          const done = await run((commandKey) => ({
            commandKey,
            id,
            version,
            currency: money.currency,
            ...fields,
          }));
          if (done !== undefined) await navigate(home, { replace: true });
        }}
      />
    </>
  );
}
