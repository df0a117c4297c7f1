export { chooseClock, systemClock } from "./clock";
export { port, readVariables, type ServerVariables, serverVariables } from "./environment";
export { createFaultPoints } from "./fault-points";
export { createLog, type Log } from "./log";
export { createDnsLookup } from "./dns-lookup";
export { openServer, type Server, type ServerSettings } from "./open-server";
export { createSeal } from "./seal";
export { openSender, type SenderVariables, senderVariables } from "./sender";
