import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** How far the server's clock is ahead of this machine's, in milliseconds. */
const ClockOffset = createContext(0);

export interface ProductClockProps {
  /** What the server's clock showed, and this machine's when the answer arrived (milliseconds since 1970). */
  server: Date;
  receivedAt: number;
  children: ReactNode;
}

/**
 * Makes everything inside tell the server's time. In development that clock may be moved, and a person's own clock is
 * often wrong: neither may make a countdown disagree with what the server will do.
 */
export function ProductClock({ server, receivedAt, children }: ProductClockProps) {
  return <ClockOffset value={server.getTime() - receivedAt}>{children}</ClockOffset>;
}

const hourMs = 3_600_000;
const longTickMs = 20_000;

/**
 * The server's time, running. It ticks each second while `until` is less than an hour away, otherwise every 20 seconds,
 * which is as often as words like "2 days, 4 hours" change.
 */
export function useNow(until?: Date | null): Date {
  const offset = useContext(ClockOffset);
  const [local, setLocal] = useState(() => Date.now());
  const left = until ? until.getTime() - (local + offset) : Number.POSITIVE_INFINITY;
  const tick = left > -longTickMs && left < hourMs ? 1_000 : longTickMs;
  useEffect(() => {
    const timer = setInterval(() => setLocal(Date.now()), tick);
    return () => clearInterval(timer);
  }, [tick]);
  return new Date(local + offset);
}
