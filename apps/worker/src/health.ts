import { createServer, type Server } from "node:http";
import type { WorkerDeps } from "@evenshare/application";

/** Answers 200 on every path while the database answers, else 503. */
export function serveHealth(deps: WorkerDeps, host: string, port: number): Server {
  const server = createServer((_request, response) => {
    void deps.database.ping().then((ready) => {
      response.writeHead(ready ? 200 : 503, { "content-type": "application/json" });
      response.end(JSON.stringify({ ready }));
    });
  });
  return server.listen(port, host);
}
