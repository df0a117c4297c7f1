import type { views } from "@evenshare/domain";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useTRPC } from "../api/trpc";
import { sessionKeyOf } from "../app/session-key";
import { useAnnounceSession } from "../live/live-updates";

/**
 * Takes up a session in all tabs: what was read under the one before is forgotten, and this tab goes to `path`.
 * Without a session given it is read first.
 */
export function useEnterSession(): (session: views.SessionView | null, path?: string) => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounceSession();
  return async (given, path = "/") => {
    const key = trpc.session.me.queryKey();
    const before = queries.getQueryData(key);
    // What is on screen belongs to the session that is left: leave it before anything is read under the new one.
    if (before?.active) await navigate(path, { replace: true });
    const session = given ?? (await queries.fetchQuery({ ...trpc.session.me.queryOptions(), staleTime: 0 }));
    announce(sessionKeyOf(session));
    queries.setQueryData(key, session);
    if (!before?.active) await navigate(path, { replace: true });
  };
}
