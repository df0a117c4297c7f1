import { Breadcrumbs, PageHeader, TabLinks } from "@evenshare/ui";
import { Outlet, useLocation } from "react-router";
import { useDocumentTitle } from "../app/document-title";
import { usePortal } from "../app/portal";

const parts = [
  { href: "/reconciliation", label: "Movements" },
  { href: "/reconciliation/trial-balance", label: "Trial balance" },
] as const;

/** The place that a side comes from. */
const above = {
  brand: { label: "Held funds", href: "/held-funds" },
  producer: { label: "Payouts", href: "/payouts" },
} as const;

/** For finance: our books beside the payment provider's, and the accounts that they add up to. */
export function ReconciliationScreen() {
  const { pathname } = useLocation();
  const { side } = usePortal();
  const part = parts.find(({ href }) => href === pathname) ?? parts[0];
  useDocumentTitle(`${part.label}, reconciliation`);
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[above[side], { label: "Reconciliation" }]} />}
        title="Reconciliation"
        subtitle="Every movement of your money as it is recorded here, beside what Stripe, the payment provider, says of it."
      />
      <TabLinks
        label="Parts of the reconciliation"
        tabs={parts.map(({ href, label }) => ({ href, label, current: href === part.href }))}
      />
      <div className="pt-7">
        <Outlet />
      </div>
    </>
  );
}
