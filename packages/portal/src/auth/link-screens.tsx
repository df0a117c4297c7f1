import { ButtonLink, TextSkeleton } from "@evenshare/ui";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import type { Failure } from "../api/failure";
import { FailureNotice } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { followLink, type LinkPage } from "./auth-requests";

interface LinkScreenProps {
  page: LinkPage;
  doing: string;
  done: string;
  explain: (email: string) => ReactNode;
  /** Where it goes on. */
  next: { readonly href: string; readonly label: string };
}

type State = { readonly failure: Failure } | { readonly failure: null; readonly email: string };

/** Where the link of a mail arrives. It works once, so it is sent once. */
function LinkScreen({ page, doing, done, explain, next }: LinkScreenProps) {
  const [search] = useSearchParams();
  const queries = useQueryClient();
  const sent = useRef(false);
  const [state, setState] = useState<State | null>(null);
  const token = search.get("token") ?? "";

  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const follow = async () => {
      const answer = await followLink(page, token);
      await queries.invalidateQueries();
      setState(answer.failure === null ? { failure: null, email: answer.value.email } : answer);
    };
    void follow();
  });

  if (state === null) {
    return (
      <AuthFrame title={doing}>
        <TextSkeleton label={doing} lines={2} />
      </AuthFrame>
    );
  }
  if (state.failure !== null) {
    return (
      <AuthFrame title="This link does not work any more">
        <div className="flex flex-col gap-5">
          <FailureNotice failure={state.failure} />
          <ButtonLink variant="primary" wide href="/">
            Open the portal
          </ButtonLink>
        </div>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={done}>
      <div className="flex flex-col gap-5">
        <p>{explain(state.email)}</p>
        <ButtonLink variant="primary" wide href={next.href}>
          {next.label}
        </ButtonLink>
      </div>
    </AuthFrame>
  );
}

export function VerifyEmailScreen() {
  return (
    <LinkScreen
      page="verify-email"
      doing="Confirming your address"
      done="Your address is confirmed"
      explain={(email) =>
        `${email} is yours. You can start and accept partnerships, and partners find you by it.`
      }
      next={{ href: "/", label: "Go on" }}
    />
  );
}

export function ConfirmEmailScreen() {
  return (
    <LinkScreen
      page="confirm-email"
      doing="Changing your address"
      done="Your address is changed"
      explain={(email) =>
        `From now on you sign in with ${email}, and mails go there. Your old address was told, with a way back for seven days.`
      }
      next={{ href: "/", label: "Go on" }}
    />
  );
}

export function RestoreEmailScreen() {
  return (
    <LinkScreen
      page="restore-email"
      doing="Taking the change back"
      done="The change is taken back"
      explain={(email) =>
        `You sign in with ${email} again. Everybody was signed out and the password stopped working: a link for a new one is in your mailbox.`
      }
      next={{ href: "/sign-in", label: "To the sign-in page" }}
    />
  );
}
