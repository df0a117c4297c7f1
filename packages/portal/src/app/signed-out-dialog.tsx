import { ButtonLink, Dialog } from "@evenshare/ui";
import { useLocation } from "react-router";

/** Shown over a page whose session ended, so that nothing written on it is lost. */
export function SignedOutDialog({ open }: { open: boolean }) {
  const { pathname, search } = useLocation();
  return (
    <Dialog
      open={open}
      onOpenChange={() => {}}
      locked
      title="You are signed out"
      footer={
        <>
          <ButtonLink href={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
            Sign in here
          </ButtonLink>
          <ButtonLink variant="primary" href="/sign-in" target="_blank">
            Sign in in a new tab
          </ButtonLink>
        </>
      }
    >
      Your session is over, or you signed out in another tab. Sign in in a new tab and come back: what you
      have written here is kept. Nothing was sent.
    </Dialog>
  );
}
