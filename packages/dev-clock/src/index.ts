export type { ClockState, ControllableClock } from "./clock-state";
export { DevClock } from "./dev-clock";
export { MemoryClock } from "./memory-clock";
