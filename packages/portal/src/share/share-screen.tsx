import type { views } from "@evenshare/domain";
import {
  Banner,
  Breadcrumbs,
  Button,
  ButtonLink,
  PageHeader,
  PageHeaderSkeleton,
  Section,
  StatusBadge,
} from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { type ComponentType, useState } from "react";
import { useParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { Loaded } from "../app/loaded";
import { ShareStatements } from "../statement/share-statements";
import {
  AcceptShareDialog,
  DeclineShareDialog,
  type ShareDialogProps,
  WithdrawShareDialog,
} from "./share-dialogs";
import { ShareTerms } from "./share-terms";
import { ShareVersions } from "./share-versions";
import { shareStateWords, versionWords } from "./share-words";

type Answer = "accept" | "decline" | "withdraw";

const dialogs: Readonly<Record<Answer, ComponentType<ShareDialogProps>>> = {
  accept: AcceptShareDialog,
  decline: DeclineShareDialog,
  withdraw: WithdrawShareDialog,
};

/** One revenue-share agreement: how it stands, its terms in words, and who accepted what. */
export function ShareScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.shares.get.queryOptions({ id }));
  return (
    <Loaded
      query={query}
      what="The revenue share"
      page
      skeleton={<PageHeaderSkeleton label="Loading the revenue share" />}
    >
      {(share) => <Share share={share} />}
    </Loaded>
  );
}

function Share({ share }: { share: views.ShareView }) {
  const [asked, setAsked] = useState<Answer | null>(null);
  const { word, tone } = shareStateWords(share.state);
  useDocumentTitle(share.title);
  const open = share.versions.find(({ status }) => status === "proposed");
  const shown = open ?? share.versions.find(isAccepted) ?? share.versions[0];
  const inForce = share.state === "active" || share.state === "changing";
  const Dialog = asked === null ? null : dialogs[asked];
  const may = (action: Answer | "propose") => share.actions.includes(action);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs crumbs={[{ label: "Revenue shares", href: "/shares" }, { label: share.title }]} />
        }
        title={share.title}
        subtitle={`${share.code} · ${share.parties.map(({ name }) => name).join(", ")}`}
        status={<StatusBadge tone={tone}>{word}</StatusBadge>}
        action={
          may("propose") ? (
            <ButtonLink href={`/shares/${share.id}/change`}>Propose other terms</ButtonLink>
          ) : undefined
        }
        secondary={
          may("withdraw") ? (
            <Button onClick={() => setAsked("withdraw")}>Withdraw the proposal</Button>
          ) : undefined
        }
      />
      {open !== undefined && (
        <div className="mb-7">
          <Waiting share={share} version={open} may={may} onAsk={setAsked} />
        </div>
      )}
      {inForce && <ShareStatements share={share} />}
      {shown !== undefined && (
        <Section title={`Terms, version ${shown.version}`} action={<VersionBadge version={shown} />}>
          <ShareTerms version={shown} share={share} />
        </Section>
      )}
      {!inForce && <ShareStatements share={share} />}
      <Section
        title="Versions"
        description="Terms are never edited: what changes is a new version that all accept."
      >
        <ShareVersions share={share} shown={shown?.version ?? 0} />
      </Section>
      {Dialog !== null && open !== undefined && (
        <Dialog share={share} version={open} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function isAccepted({ status }: views.ShareVersionView): boolean {
  return status === "active";
}

function VersionBadge({ version }: { version: views.ShareVersionView }) {
  const { word, tone } = versionWords(version);
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}

interface WaitingProps {
  share: views.ShareView;
  version: views.ShareVersionView;
  may: (action: Answer) => boolean;
  onAsk: (answer: Answer) => void;
}

/** Whose answer is waited for; to those who may give it, the two buttons. */
function Waiting({ share, version, may, onAsk }: WaitingProps) {
  const names = share.parties.filter(({ key }) => share.waitsFor.includes(key)).map(({ name }) => name);
  if (!share.waitsForYou) {
    return (
      <Banner title={`Waiting for ${names.join(", ")}`}>
        Nothing of version {version.version} counts until every party has accepted it.
      </Banner>
    );
  }
  return (
    <Banner
      title={`Your answer to version ${version.version} is asked for`}
      action={
        <div className="flex flex-wrap gap-2">
          {may("accept") && (
            <Button variant="primary" onClick={() => onAsk("accept")}>
              Accept
            </Button>
          )}
          {may("decline") && <Button onClick={() => onAsk("decline")}>Decline</Button>}
        </div>
      }
    >
      {may("accept")
        ? "Read the terms below. Nothing of it counts until every party has accepted."
        : "An owner or approver of your organization can accept or decline it."}
    </Banner>
  );
}
