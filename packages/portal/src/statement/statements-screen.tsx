import { EmptyState, PageHeader, TextLink } from "@evenshare/ui";
import { ReceiptText } from "lucide-react";
import { useDocumentTitle } from "../app/document-title";
import { usePortal } from "../app/portal";
import { StatementList } from "./statement-list";

const words = {
  brand: {
    subtitle: "What you have told each producer of the revenue you share.",
    empty:
      "When a period of a revenue share is over, you issue its statements on the page of the agreement: one for each producer, numbered, and never changed afterwards.",
  },
  producer: {
    subtitle: "What brands have told you of the revenue they share with you, and why it is this much.",
    empty:
      "When a period of a revenue share is over, the brand issues your statement. You get a mail, and every amount of it is explained here.",
  },
} as const;

/** Every statement that was issued by, or to, the reader's organization. */
export function StatementsScreen() {
  const { side } = usePortal();
  useDocumentTitle("Statements");
  return (
    <>
      <PageHeader title="Statements" subtitle={words[side].subtitle} />
      <StatementList
        empty={
          <EmptyState
            icon={ReceiptText}
            title="No statements yet"
            action={<TextLink href="/shares">Revenue shares</TextLink>}
          >
            {words[side].empty}
          </EmptyState>
        }
      />
    </>
  );
}
