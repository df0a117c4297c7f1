import {
  advanceState,
  type ClockState,
  type ControllableClock,
  freezeState,
  readClock,
  resumeState,
  setState,
} from "./clock-state";

/** A clock for tests: frozen at `start` and kept in the process. */
export class MemoryClock implements ControllableClock {
  #state: ClockState;

  constructor(start: Date) {
    this.#state = { offsetMs: 0, frozenAt: start.toISOString() };
  }

  now(): Date {
    return readClock(this.#state, Date.now());
  }

  state(): ClockState {
    return { ...this.#state };
  }

  advanceBy(ms: number): Date {
    return this.#become(advanceState(this.#state, ms));
  }

  setTo(instant: Date): Date {
    return this.#become(setState(this.#state, instant, Date.now()));
  }

  freeze(at?: Date): Date {
    return this.#become(freezeState(this.#state, at, Date.now()));
  }

  resume(): Date {
    return this.#become(resumeState(this.#state, Date.now()));
  }

  #become(state: ClockState): Date {
    this.#state = state;
    return this.now();
  }
}
