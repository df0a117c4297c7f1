import type { views } from "@evenshare/domain";
import { Loaded, useDocumentTitle, useTRPC } from "@evenshare/portal";
import { Banner, Breadcrumbs, ButtonLink, PageHeader, PageHeaderSkeleton, TextSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { SubmitForm } from "./submit-form";

/** Hands in work: the formal act that starts the review clock. */
export function SubmitScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.milestones.get.queryOptions({ id }));
  useDocumentTitle("Submit work");
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
      {(milestone) => <SubmitPage milestone={milestone} />}
    </Loaded>
  );
}

function SubmitPage({ milestone }: { milestone: views.MilestoneView }) {
  const next = Math.max(0, ...milestone.submissions.map(({ version }) => version)) + 1;
  const home = `/milestones/${milestone.id}`;
  const may = milestone.actions.includes("submit");
  // Once it could be submitted the form stays, whatever happens behind it: nothing written is taken away.
  const [shown, setShown] = useState(may);
  if (may && !shown) setShown(true);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[{ label: milestone.title, href: home }, { label: `Submit version ${next}` }]}
          />
        }
        title={`Submit version ${next}`}
        subtitle={`${milestone.counterparty.name} then has ${milestone.terms.reviewDays} days to review it. If nobody asks for changes, the held money is released automatically.`}
      />
      {shown ? (
        <SubmitForm milestone={milestone} home={home} />
      ) : (
        <Banner
          title="There is nothing to submit now"
          action={<ButtonLink href={home}>Back to the milestone</ButtonLink>}
        >
          Work can be submitted once it has been started, and not while a version is in review.
        </Banner>
      )}
    </>
  );
}
