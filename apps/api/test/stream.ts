import type { views } from "@evenshare/domain";
import superjson, { type SuperJSONResult } from "superjson";
import type { Browser } from "./api";

export interface OpenStream {
  /** The next hint. */
  next(): Promise<views.LiveEvent>;
  close(): void;
}

/** Opens the portal's live stream and waits until the server has answered. */
export async function openStream(browser: Browser): Promise<OpenStream> {
  const stop = new AbortController();
  const answer = await browser.fetch("/api/trpc/live.events", {
    headers: { accept: "text/event-stream" },
    signal: stop.signal,
  });
  if (answer.status !== 200 || answer.body === null) throw new Error(`the stream answered ${answer.status}`);
  const hints = readHints(answer.body);
  const first = await hints.next();
  if (first.value !== "connected") throw new Error("the stream did not begin");
  return {
    async next() {
      const { value } = await hints.next();
      if (value === undefined || value === "connected") throw new Error("the stream has ended");
      return value;
    },
    close: () => stop.abort(),
  };
}

async function* readHints(body: ReadableStream<Uint8Array>): AsyncGenerator<views.LiveEvent | "connected"> {
  const decoder = new TextDecoder();
  let text = "";
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const hint = readMessage(text.slice(0, end));
      text = text.slice(end + 2);
      if (hint !== null) yield hint;
    }
  }
}

function readMessage(message: string): views.LiveEvent | "connected" | null {
  const fields = new Map(
    message
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const event = fields.get("event");
  if (event === "connected") return "connected";
  const data = fields.get("data");
  if (event !== undefined || data === undefined) return null;
  const wire: SuperJSONResult = JSON.parse(data);
  return superjson.deserialize(wire);
}
