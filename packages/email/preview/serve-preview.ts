import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";

/** Serves the preview on loopback at a free port and gives back its address. */
export async function servePreview(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const file = /^\/([a-z-]+\.(?:html|txt))$/.exec(request.url ?? "")?.[1] ?? "index.html";
    const type = file.endsWith(".txt") ? "text/plain" : "text/html";
    readFile(join(folder, file)).then(
      (body) => response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body),
      () => response.writeHead(404).end("There is no such mail."),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}/` };
}
