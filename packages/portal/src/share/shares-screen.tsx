import { isAllowed } from "@evenshare/domain";
import { ButtonLink, EmptyState, PageHeader } from "@evenshare/ui";
import { ChartPie, Plus } from "lucide-react";
import { useDocumentTitle } from "../app/document-title";
import { usePortal } from "../app/portal";
import { useSession } from "../app/session";
import { ShareList } from "./share-list";

const words = {
  brand: {
    subtitle: "What you share with producers of the revenue they help to make.",
    empty:
      "You propose which revenue is shared, what is taken off first and who gets how much. Once every producer has accepted, it counts from its start on.",
  },
  producer: {
    subtitle: "What brands share with you of the revenue you help to make.",
    empty:
      "A brand you work with proposes which revenue is shared and how. You get a mail, read the terms here, and nothing counts until you accept them.",
  },
} as const;

/** Every revenue-share agreement of the reader's organization. */
export function SharesScreen() {
  const { side } = usePortal();
  const { active } = useSession();
  useDocumentTitle("Revenue shares");
  const mayPropose = isAllowed("share.propose", side, active.role);
  const propose = mayPropose ? (
    <ButtonLink variant="primary" icon={Plus} href="/shares/new">
      Propose a revenue share
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHeader title="Revenue shares" subtitle={words[side].subtitle} action={propose} />
      <ShareList
        empty={
          <EmptyState icon={ChartPie} title="No revenue shares yet">
            {words[side].empty}
          </EmptyState>
        }
      />
    </>
  );
}
