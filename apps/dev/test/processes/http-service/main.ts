import { createServer } from "node:http";
import { readServiceEnv } from "./env";

// A service for tests: answers with its pid and one variable, and ends on request.
const { PORT, FLAVOUR, BROKEN } = readServiceEnv();
if (BROKEN) throw new Error("broken on purpose");
createServer((request, response) => {
  response.end(JSON.stringify({ pid: process.pid, flavour: FLAVOUR }));
  if (request.url === "/end") process.exit(3);
}).listen(PORT, "127.0.0.1");
