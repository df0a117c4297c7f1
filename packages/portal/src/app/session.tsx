import type { views } from "@evenshare/domain";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { Navigate, useLocation } from "react-router";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { ProductClock } from "../clock/product-clock";
import { LiveStream } from "../live/live-updates";
import { sessionKeyOf } from "./session-key";
import { SignedOutDialog } from "./signed-out-dialog";

type SessionView = views.SessionView;
/** A session in which an organization is chosen. */
export interface ActiveSession extends SessionView {
  readonly active: NonNullable<SessionView["active"]>;
}

const SessionContext = createContext<ActiveSession | null>(null);

/** Who is signed in, and for which organization. @throws Error outside of the pages behind sign-in. */
export function useSession(): ActiveSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession needs a SessionGate around it");
  return session;
}

/** How often the time and the session are asked for: also seen are clocks that are moved and sessions that end. */
const lookAgainMs = 60_000;

export interface SessionGateProps {
  /** While nobody knows yet whether someone is signed in. */
  waiting: ReactNode;
  /** Signed in, but in no organization of this portal. */
  outside: (session: SessionView) => ReactNode;
  failed: (error: unknown, retry: () => void) => ReactNode;
  children: ReactNode;
}

/** Lets signed-in members of an organization through; sends everyone else to where they can become one. */
export function SessionGate({ waiting, outside, failed, children }: SessionGateProps) {
  const trpc = useTRPC();
  const location = useLocation();
  const query = useQuery(
    trpc.session.me.queryOptions(undefined, { refetchInterval: lookAgainMs, refetchOnWindowFocus: "always" }),
  );
  const signedOut = query.error !== null && readFailure(query.error).code === "session.missing";
  if (signedOut && query.data === undefined) {
    const here = location.pathname + location.search;
    return <Navigate replace to={here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`} />;
  }
  if (query.data === undefined) {
    return query.error === null ? waiting : failed(query.error, () => void query.refetch());
  }
  const session = query.data;
  if (!isActive(session)) return outside(session);
  return (
    <SessionContext value={session}>
      <LiveStream sessionKey={sessionKeyOf(session) ?? ""} />
      <SignedOutDialog open={signedOut} />
      <ProductClock server={session.now} receivedAt={query.dataUpdatedAt}>
        {children}
      </ProductClock>
    </SessionContext>
  );
}

function isActive(session: SessionView): session is ActiveSession {
  return session.active !== null;
}
