import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { electLeader } from "./elect-leader";
import { followStream } from "./follow-stream";
import { type LiveChannel, type LiveMessage, openLiveChannel } from "./live-message";
import { concerns } from "./queries-of-topic";

const name = "evenshare-live";

const ChannelContext = createContext<LiveChannel | null>(null);

export interface LiveChannelProps {
  /** Whose answers this tab shows now. */
  sessionKey: () => string | null;
  children: ReactNode;
}

/** Opens the channel between this portal's tabs and applies what is said on it to everything read so far. */
export function LiveChannelProvider({ sessionKey, children }: LiveChannelProps) {
  const queries = useQueryClient();
  const [channel] = useState(() => openLiveChannel(name));
  useEffect(
    () => channel.listen((message) => applyLiveMessage(queries, message, sessionKey())),
    [channel, queries, sessionKey],
  );
  return <ChannelContext value={channel}>{children}</ChannelContext>;
}

/** Tells every tab of this portal whose session it is now; all of them look again. */
export function useAnnounceSession(): (sessionKey: string | null) => void {
  const channel = useContext(ChannelContext);
  return (sessionKey) => channel?.send({ kind: "session", sessionKey });
}

/** One stream of live events for all tabs of this portal that share a session. */
export function LiveStream({ sessionKey }: { sessionKey: string }) {
  const channel = useContext(ChannelContext);
  useEffect(() => {
    if (channel === null) return;
    return electLeader({
      locks: navigator.locks,
      name: `${name}:${sessionKey}`,
      lead: async (signal) => {
        // Only the leading tab needs the code of the stream. Where it cannot be fetched another tab may lead; until
        // then pages are brought up to date when they are looked at again.
        const stream = await import("./event-stream").catch(() => null);
        if (stream !== null)
          await followStream({ open: stream.openEventStream(), send: channel.send }, signal);
      },
    });
  }, [channel, sessionKey]);
  return null;
}

/**
 * Marks what a message concerns as out of date; what is on screen is read again at once. When the session is another
 * one, everything read under the old one is thrown away first; when the same person merely signed in again, what they
 * were writing stays.
 */
export function applyLiveMessage(
  queries: QueryClient,
  message: LiveMessage,
  shownSession: string | null,
): void {
  if (message.kind === "event") {
    const { event } = message;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(event, queryKey) });
    return;
  }
  if (message.kind === "session" && message.sessionKey !== shownSession) void queries.resetQueries();
  else void queries.invalidateQueries();
}
