import type { views } from "@evenshare/domain";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useTRPC } from "../api/trpc";
import { sessionKeyOf } from "../app/session-key";
import { useAnnounceSession } from "../live/live-updates";

/**
 * Takes up a session in all tabs and goes to `path`. Without a session given it is read first. Where another session
 * was shown before, the page is loaded anew: nothing of one organization may linger while working for another.
 */
export function useEnterSession(): (session: views.SessionView | null, path?: string) => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounceSession();
  return async (given, path = "/") => {
    const key = trpc.session.me.queryKey();
    const replacesAnother = queries.getQueryData(key) !== undefined;
    const session = given ?? (await queries.fetchQuery({ ...trpc.session.me.queryOptions(), staleTime: 0 }));
    if (replacesAnother) {
      announce(sessionKeyOf(session));
      window.location.assign(path);
      return;
    }
    queries.setQueryData(key, session);
    announce(sessionKeyOf(session));
    await navigate(path, { replace: true });
  };
}
