import { isAllowed } from "@evenshare/domain";
import { ButtonLink } from "@evenshare/ui";
import { Scale } from "lucide-react";
import { useSession } from "../app/session";

/** The way to the reconciliation, for those who may see it. */
export function ReconciliationLink() {
  const { organization, role } = useSession().active;
  if (!isAllowed("reconciliation.read", organization.kind, role)) return null;
  return (
    <ButtonLink icon={Scale} href="/reconciliation">
      Reconciliation
    </ButtonLink>
  );
}
