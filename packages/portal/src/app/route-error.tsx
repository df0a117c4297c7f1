import { Button, ErrorState } from "@evenshare/ui";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { NotHere } from "../failures/failure-screen";
import { useDocumentTitle } from "./document-title";

/** In place of a page that could not be shown at all: an unknown address, code that did not load, or a fault of ours. */
export function RouteError({ inShell = false }: { inShell?: boolean }) {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  useDocumentTitle(missing ? "Not here, or not yours" : "Something went wrong");
  const content = missing ? (
    <NotHere />
  ) : (
    <ErrorState
      title={isOldCode(error) ? "This page is of an older version." : "This page failed."}
      notDone="Nothing was changed."
      action={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
    >
      {isOldCode(error)
        ? "The product was updated since you opened it, or the connection broke. Reloading fetches what is missing."
        : "It is a fault of ours, not yours. Reloading usually helps; if it does not, tell support what you were doing."}
    </ErrorState>
  );
  if (inShell) return content;
  return <main className="mx-auto max-w-page px-4 py-16 sm:px-8">{content}</main>;
}

/** A part of the code that could not be fetched: browsers word it differently. */
function isOldCode(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}
