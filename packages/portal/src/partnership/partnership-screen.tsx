import type { views } from "@evenshare/domain";
import {
  Banner,
  Breadcrumbs,
  ButtonLink,
  PageHeader,
  PageHeaderSkeleton,
  StatusBadge,
  TabLinks,
  TableSkeleton,
} from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Outlet, useLocation, useOutletContext, useParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { Loaded } from "../app/loaded";
import { OrganizationMark } from "../app/organization-mark";
import { usePortal } from "../app/portal";
import { agreementWords } from "./agreement-words";

type PartnershipView = views.PartnershipView;

const listTitle = { brand: "Partners", producer: "Partnerships" };

/** A partnership's space: its head, and the part of it that the address names. */
export function PartnershipScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.partnerships.get.queryOptions({ id }));
  return (
    <Loaded
      page
      query={query}
      what="The partnership"
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading the partnership" />
          <TableSkeleton label="Loading" rows={5} />
        </>
      }
    >
      {(partnership) => <PartnershipSpace partnership={partnership} />}
    </Loaded>
  );
}

/** The partnership whose part is shown. Only inside {@link PartnershipScreen}. */
export function usePartnership(): PartnershipView {
  return useOutletContext<PartnershipView>();
}

const parts = [
  { path: "", label: "Overview" },
  { path: "/milestones", label: "Milestones" },
  { path: "/agreement", label: "Agreement" },
  { path: "/audit", label: "Audit trail" },
] as const;

function PartnershipSpace({ partnership }: { partnership: PartnershipView }) {
  const { side } = usePortal();
  const { pathname } = useLocation();
  const base = `/partnerships/${partnership.id}`;
  const { word, tone } = agreementWords(partnership.agreement.status);
  const part = parts.find(({ path }) => pathname === base + path) ?? parts[0];
  useDocumentTitle(`${part.label}, ${partnership.title}`);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[{ label: listTitle[side], href: "/partnerships" }, { label: partnership.title }]}
          />
        }
        title={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            <PartyMark side="brand" partnership={partnership} />
            {partnership.brand.name} × <PartyMark side="producer" partnership={partnership} />
            {partnership.producer.name}
          </span>
        }
        subtitle={partnership.title}
        status={<StatusBadge tone={tone}>{word}</StatusBadge>}
        action={
          partnership.canDraft ? (
            <ButtonLink
              variant={partnership.canAccept ? "secondary" : "primary"}
              icon={Plus}
              href={`${base}/milestones/new`}
            >
              Draft a milestone
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="mb-6 empty:hidden">
        <AgreementBanner partnership={partnership} />
      </div>
      <TabLinks
        label="Parts of the partnership"
        tabs={parts.map(({ path, label }) => ({ href: base + path, label, current: path === part.path }))}
      />
      <div className="pt-7">
        <Outlet context={partnership} />
      </div>
    </>
  );
}

/** A side's logo or colour; nothing where it has chosen neither. */
function PartyMark({ side, partnership }: { side: "brand" | "producer"; partnership: PartnershipView }) {
  const branding = partnership.branding[side];
  if (branding.logoHref === null && branding.accent === null) return null;
  return <OrganizationMark name={partnership[side].name} branding={branding} className="size-8" />;
}

function AgreementBanner({ partnership }: { partnership: PartnershipView }) {
  const { side } = usePortal();
  if (partnership.agreement.status !== "proposed") return null;
  const href = `/partnerships/${partnership.id}/agreement`;
  if (partnership.canAccept) {
    return (
      <Banner
        title={`${partnership.counterparty.name} proposes terms for your work together`}
        action={
          <ButtonLink variant="primary" href={href}>
            Read and accept
          </ButtonLink>
        }
      >
        Milestones can be agreed and funded once you have accepted them.
      </Banner>
    );
  }
  return (
    <Banner
      title={
        side === "brand"
          ? `Waiting for ${partnership.counterparty.name}`
          : "Waiting for an owner of your organization"
      }
    >
      {side === "brand"
        ? "Milestones can be drafted now; they can be agreed and funded once the terms are accepted."
        : "The terms are proposed. An owner can read and accept them; milestones can be agreed after that."}
    </Banner>
  );
}
