import { readClockFile, writeClockFile } from "./clock-file";
import {
  advanceState,
  type ClockState,
  type ControllableClock,
  freezeState,
  readClock,
  resumeState,
  setState,
} from "./clock-state";

/** Longest time another process's change stays unseen. */
const rereadAfterMs = 10;

/**
 * The development clock: one small JSON file that every process of the product reads, so that moving it
 * moves API, worker and Stripe sandbox together. A missing file means system time. Reading the file is
 * limited to once per 10 ms, so that what follows a move happens at the new time; moving the clock always starts from the file, so two movers do not undo each other.
 */
export class DevClock implements ControllableClock {
  readonly #file: string;
  #cached: ClockState;
  #readAt: number;

  constructor(file: string) {
    this.#file = file;
    this.#cached = readClockFile(file);
    this.#readAt = performance.now();
  }

  now(): Date {
    return readClock(this.#fresh(), Date.now());
  }

  state(): ClockState {
    return { ...this.#fresh() };
  }

  /** Moves the clock by whole milliseconds; returns the new instant. */
  advanceBy(ms: number): Date {
    return this.#change((state) => advanceState(state, ms));
  }

  setTo(instant: Date): Date {
    return this.#change((state, system) => setState(state, instant, system));
  }

  /** Stops the clock, at `at` or where it is. */
  freeze(at?: Date): Date {
    return this.#change((state, system) => freezeState(state, at, system));
  }

  /** Lets the clock run on from the instant it shows. */
  resume(): Date {
    return this.#change((state, system) => resumeState(state, system));
  }

  #fresh(): ClockState {
    if (performance.now() - this.#readAt >= rereadAfterMs) this.#remember(readClockFile(this.#file));
    return this.#cached;
  }

  #change(next: (state: ClockState, systemMs: number) => ClockState): Date {
    const systemMs = Date.now();
    const changed = next(readClockFile(this.#file), systemMs);
    writeClockFile(this.#file, changed);
    this.#remember(changed);
    return readClock(changed, systemMs);
  }

  #remember(state: ClockState): void {
    this.#cached = state;
    this.#readAt = performance.now();
  }
}
