import { createContext, type ReactNode, useContext, useState } from "react";

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something to screen readers without moving the focus: "3 milestones loaded". */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Holds the live region that `useAnnounce` speaks through. AppShell and AuthLayout bring one. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ message: "", times: 0 });
  const [announce] = useState<Announce>(
    () => (message: string) => setSaid((before) => ({ message, times: before.times + 1 })),
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {/* A new key makes the same words, said twice, be read twice. */}
        <span key={said.times}>{said.message}</span>
      </div>
    </AnnounceContext>
  );
}
