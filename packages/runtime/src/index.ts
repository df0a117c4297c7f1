export { chooseClock, systemClock } from "./clock";
export { createDnsLookup } from "./dns-lookup";
export { port, readVariables, type ServerVariables, serverVariables } from "./environment";
export { createFaultPoints } from "./fault-points";
export { createLog, type Log } from "./log";
export { openServer, type Server, type ServerSettings } from "./open-server";
export { createSeal } from "./seal";
export { openSender, type SenderVariables, senderVariables } from "./sender";
