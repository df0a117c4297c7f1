import type { views } from "@evenshare/domain";
import { Banner, Breadcrumbs, Money, PageHeader, ShareBar, StatusBadge } from "@evenshare/ui";
import { useDocumentTitle } from "../app/document-title";
import { usePortal } from "../app/portal";
import { useMoneyWords } from "../app/use-money-words";
import { WaitingRelease } from "../approval/waiting-release";
import { DebitsUnderWay } from "../funding/debits-under-way";
import { FundingReturn } from "../funding/funding-return";
import { HoldsSection } from "../hold/holds-section";
import { MovedSection } from "../remainder/moved-section";
import { OpenOffer } from "../remainder/open-offer";
import { coverage } from "./actions";
import { AgreedTerms } from "./agreed-terms";
import { CriteriaSection } from "./criteria-section";
import { FundingsSection } from "./fundings-section";
import { latestSubmission } from "./latest";
import { MilestoneActions } from "./milestone-actions";
import { MilestoneTimeline } from "./milestone-timeline";
import { moneySegments } from "./money-segments";
import { NextStepNotice } from "./next-step-notice";
import { ReleasesSection } from "./releases-section";
import { stateWords } from "./state-words";
import { SubmissionsSection } from "./submissions-section";

const listTitle = { brand: "Partners", producer: "Partnerships" };

export function MilestonePage({ milestone }: { milestone: views.MilestoneView }) {
  const { side } = usePortal();
  const { money } = milestone;
  const words = useMoneyWords(money.currency);
  const { word, tone } = stateWords(milestone.state);
  const version = milestone.state === "submitted" ? latestSubmission(milestone)?.version : undefined;
  // While it waits for money the next step says it itself.
  const covered = milestone.state === "part_funded" ? null : coverage(milestone, words);
  useDocumentTitle(milestone.title);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: listTitle[side], href: "/partnerships" },
              { label: milestone.partnershipTitle, href: `/partnerships/${milestone.partnershipId}` },
              { label: milestone.title },
            ]}
          />
        }
        title={milestone.title}
        status={
          <StatusBadge tone={tone}>
            {version === undefined ? word : `${word} · version ${version}`}
          </StatusBadge>
        }
        subtitle={`With ${milestone.counterparty.name}`}
      />
      <FundingReturn milestone={milestone} />
      <p className="mb-4">
        <span className="sr-only">Amount of the milestone: </span>
        <Money amount={money.committed} currency={money.currency} size="figure" />
      </p>
      <ShareBar
        label={`${milestone.title}, ${words(money.committed)}`}
        segments={moneySegments(money)}
        currency={money.currency}
      />
      <div className="mt-6 flex flex-col gap-4">
        {covered !== null && (
          <Banner tone="held" title={covered}>
            {side === "producer"
              ? "Decide how far you go before the rest is held."
              : `${milestone.counterparty.name} sees the same sentence.`}
          </Banner>
        )}
        <DebitsUnderWay milestone={milestone} />
        {milestone.approval !== null && <WaitingRelease approval={milestone.approval} />}
        <OpenOffer milestone={milestone} />
        <NextStepNotice milestone={milestone} />
        <MilestoneActions milestone={milestone} />
      </div>
      {milestone.description !== "" && (
        <p className="mt-9 max-w-reading whitespace-pre-line">{milestone.description}</p>
      )}
      <div className="mt-9 grid gap-x-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <CriteriaSection milestone={milestone} />
          <SubmissionsSection milestone={milestone} />
          <ReleasesSection milestone={milestone} />
          <FundingsSection milestone={milestone} />
          <MovedSection milestone={milestone} />
          <HoldsSection milestoneId={milestone.id} />
        </div>
        <div className="mt-9 min-w-0 lg:mt-0">
          <AgreedTerms milestone={milestone} />
          <MilestoneTimeline milestone={milestone} />
        </div>
      </div>
    </>
  );
}
