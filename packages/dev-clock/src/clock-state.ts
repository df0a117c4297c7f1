/** What the clock file holds. `frozenAt` is an ISO instant, or null while the clock runs at `system time + offsetMs`. */
export interface ClockState {
  offsetMs: number;
  frozenAt: string | null;
}

/** A clock that can be read and moved. `DevClock` keeps it in a file, `MemoryClock` in the process. */
export interface ControllableClock {
  now(): Date;
  state(): ClockState;
  advanceBy(ms: number): Date;
  setTo(instant: Date): Date;
  freeze(at?: Date): Date;
  resume(): Date;
}

export const systemTime: ClockState = { offsetMs: 0, frozenAt: null };

/** The instant a state shows while the system clock says `systemMs` (milliseconds since 1970). */
export function readClock(state: ClockState, systemMs: number): Date {
  return state.frozenAt === null ? new Date(systemMs + state.offsetMs) : new Date(state.frozenAt);
}

/** The state after moving the hands by `ms` (may be negative); a frozen clock stays frozen. */
export function advanceState(state: ClockState, ms: number): ClockState {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`a clock moves by whole milliseconds, not by ${ms}`);
  if (state.frozenAt === null) return { offsetMs: state.offsetMs + ms, frozenAt: null };
  return { ...state, frozenAt: toIso(new Date(Date.parse(state.frozenAt) + ms)) };
}

/** The state that shows `instant` now; a frozen clock stays frozen there. */
export function setState(state: ClockState, instant: Date, systemMs: number): ClockState {
  if (state.frozenAt === null) return { offsetMs: Date.parse(toIso(instant)) - systemMs, frozenAt: null };
  return { ...state, frozenAt: toIso(instant) };
}

/** The state that stands still, at `at` or where the clock is now. */
export function freezeState(state: ClockState, at: Date | undefined, systemMs: number): ClockState {
  return { ...state, frozenAt: toIso(at ?? readClock(state, systemMs)) };
}

/** The state that runs on from the instant now shown, without a jump. */
export function resumeState(state: ClockState, systemMs: number): ClockState {
  return { offsetMs: readClock(state, systemMs).getTime() - systemMs, frozenAt: null };
}

function toIso(instant: Date): string {
  if (Number.isNaN(instant.getTime())) throw new RangeError("not an instant");
  return instant.toISOString();
}
