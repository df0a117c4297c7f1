import { Button, ErrorState, PageHeader } from "@evenshare/ui";
import { useDocumentTitle } from "./document-title";

/** In place of a page that could not be shown at all: code that did not load, or a fault of ours. */
export function FailedPage({ error }: { error: unknown }) {
  const codeMissing = isCodeMissing(error);
  useDocumentTitle("Something went wrong");
  return (
    <>
      <PageHeader title="Something went wrong" />
      <ErrorState
        title={codeMissing ? "A part of this page could not be fetched." : "This page failed."}
        notDone="Nothing was changed."
        action={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
      >
        {codeMissing
          ? "The connection broke, or the product was updated since you opened it. Reloading fetches what is missing."
          : "It is a fault of ours, not yours. Reloading usually helps; if it does not, tell support what you were doing."}
      </ErrorState>
    </>
  );
}

/** Whether it was code that could not be fetched; browsers word it differently. */
function isCodeMissing(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}
