import type { views } from "@evenshare/domain";
import { Banner, Button, EmptyState, Money, Section, TableSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { UserCheck } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { ApprovalItem } from "../approval/approval-item";
import { LimitDialog } from "./limit-dialog";

type Limits = views.ApprovalLimitsView;
type Limit = Limits["limits"][number];

/** Up to which amount one person decides alone, and what happens above it. */
export function ApprovalsTab() {
  const trpc = useTRPC();
  const query = useQuery(trpc.approvals.limits.queryOptions());
  return (
    <Loaded query={query} what="The limits" skeleton={<TableSkeleton label="Loading" rows={4} />}>
      {(limits) => <LimitsPart limits={limits} />}
    </Loaded>
  );
}

function LimitsPart({ limits: view }: { limits: Limits }) {
  const { limits, otherCurrencies, approvers, owners, canSet, waiting } = view;
  const [edited, setEdited] = useState<Limit | "new" | null>(null);
  return (
    <>
      <Section
        title="A second person above a limit"
        description="Up to the limit one person releases alone. Above it a second owner or approver has to approve, never the one who asked. What one person releases of a milestone in parts counts together. The automatic release at the end of a review window needs nobody."
        action={canSet ? <Button onClick={() => setEdited("new")}>Add a limit</Button> : undefined}
      >
        {limits.length > 0 && approvers < 2 && (
          <div className="mb-4">
            <Banner tone="risk" title="Nobody else could approve">
              There is no second owner or approver in your organization. What is above a limit waits until
              there is one, or until the review window ends and the money goes by itself.
            </Banner>
          </div>
        )}
        {limits.length === 0 ? (
          <EmptyState icon={UserCheck} title="No limit is set">
            Everybody who may release money does so alone, whatever the amount.
            {!canSet && " An owner can set a limit."}
          </EmptyState>
        ) : (
          <ul className="divide-y border-y">
            {limits.map((limit) => (
              <li key={limit.currency} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
                <p className="min-w-0 flex-1 basis-56">
                  {limit.amount === 0n ? (
                    <>{limit.currency}: always a second person</>
                  ) : (
                    <>
                      {limit.currency}: alone up to{" "}
                      <Money amount={limit.amount} currency={limit.currency} className="font-semibold" />
                    </>
                  )}
                </p>
                {canSet && <Button onClick={() => setEdited(limit)}>Change</Button>}
              </li>
            ))}
            <li className="py-3 text-dense text-muted">
              {otherCurrencies.length > 0
                ? `Every other currency, among them ${otherCurrencies.join(", ")}: always a second person.`
                : "Every other currency: always a second person."}
            </li>
          </ul>
        )}
        <p className="mt-3 max-w-reading text-small text-muted">
          {owners > 1
            ? "Lowering a limit holds at once. Raising or removing one, and adding one for a further currency, waits for a second owner."
            : "There is one owner, so changes of the limits hold at once. With a second owner, raising or removing a limit waits for them."}
        </p>
      </Section>
      {waiting.length > 0 && (
        <Section title="Changes that wait for a second owner">
          <ul className="divide-y border-y">
            {waiting.map((approval) => (
              <ApprovalItem key={approval.id} approval={approval} />
            ))}
          </ul>
        </Section>
      )}
      {edited !== null && (
        <LimitDialog limit={edited === "new" ? null : edited} view={view} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
