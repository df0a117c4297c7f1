export { chooseClock, systemClock } from "./clock";
export { createFaultPoints } from "./fault-points";
export { createLog, type Log } from "./log";
export { openServer, type Server, type ServerSettings } from "./open-server";
