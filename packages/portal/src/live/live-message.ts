import type { views } from "@evenshare/domain";

type LiveEvent = views.LiveEvent;

/** What the leading tab tells the others, and any tab tells all when the session changes. */
export type LiveMessage =
  | { readonly kind: "event"; readonly event: LiveEvent }
  /** The stream was interrupted: anything may have been missed. */
  | { readonly kind: "resync" }
  /** Signed in or out, or another organization; the key names person and organization, null is nobody. */
  | { readonly kind: "session"; readonly sessionKey: string | null };

/** A channel between the tabs of one origin that also tells the tab itself. */
export interface LiveChannel {
  readonly send: (message: LiveMessage) => void;
  readonly listen: (listener: (message: LiveMessage) => void) => () => void;
  readonly close: () => void;
}

const kinds = ["event", "resync", "session"] as const;

/** Opens the channel called `name`. Without BroadcastChannel it reaches this tab only. */
export function openLiveChannel(name: string): LiveChannel {
  const listeners = new Set<(message: LiveMessage) => void>();
  const tell = (message: LiveMessage) => {
    for (const listener of listeners) listener(message);
  };
  const others = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
  if (others) {
    others.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isLiveMessage(data)) tell(data);
    };
  }
  return {
    send: (message) => {
      others?.postMessage(message);
      tell(message);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => others?.close(),
  };
}

/** Tabs of an older version of the portal may still be open and say things this one does not know. */
function isLiveMessage(data: unknown): data is LiveMessage {
  if (typeof data !== "object" || data === null || !("kind" in data)) return false;
  if (!kinds.some((kind) => kind === data.kind)) return false;
  return data.kind !== "event" || ("event" in data && typeof data.event === "object" && data.event !== null);
}
