import { Button, ButtonLink, ErrorState, PageHeader } from "@evenshare/ui";
import type { Failure } from "../api/failure";
import { useDocumentTitle } from "../app/document-title";
import { useFailureWords } from "./failure-notice";

export interface FailureScreenProps {
  failure: Failure;
  /** What could not be shown: "The held funds". */
  what: string;
  /** Whether it stands in place of a whole page, whose heading it then brings. */
  page?: boolean;
  onRetry: () => void;
}

/** In place of something that could not be read. Reading changes nothing, so it says that instead. */
export function FailureScreen({ failure, what, page = false, onRetry }: FailureScreenProps) {
  const words = useFailureWords(failure);
  if (isMissing(failure)) return <NotHere page={page} />;
  const happened = words?.happened ?? "";
  return (
    <>
      {page && <PageHeader title={what} />}
      <ErrorState
        title={`${what} could not be read.`}
        notDone="Nothing was changed."
        requestId={failure.requestId ?? undefined}
        action={<Button onClick={onRetry}>Try again</Button>}
      >
        {failure.definitive ? `${happened} ${words?.todo ?? ""}` : `${happened} Try again in a moment.`}
      </ErrorState>
    </>
  );
}

/** A 404, whether there is no such thing or it belongs to others: the answer is the same on purpose. */
export function NotHere({ page = true }: { page?: boolean }) {
  useDocumentTitle("Not here, or not yours");
  return (
    <>
      {page && <PageHeader title="Not here, or not yours" />}
      <ErrorState
        title="There is nothing for you at this address."
        action={<ButtonLink href="/">Go to home</ButtonLink>}
      >
        It may be mistyped, or belong to an organization you are not in. If a colleague sent it to you, check
        which organization is chosen at the top.
      </ErrorState>
    </>
  );
}

/** Whether a failure means that there is nothing at this address for the reader. */
function isMissing({ code, field }: Failure): boolean {
  // An address whose id could not be anyone's is refused as input.
  return code.endsWith(".not_found") || (code === "input.invalid" && field === "id");
}
