import { byteOrderMark } from "@evenshare/domain";
import type { ApiContextOf } from "../server/request-facts";
import { downloadPolicy } from "../server/security-headers";
import { attachment } from "./file-name";
import { toStream } from "./to-stream";

/** Lines of CSV as a file that is saved, in UTF-8, written while the client reads. */
export function csvDownload(c: ApiContextOf, fileName: string, lines: AsyncIterable<string>): Response {
  return c.body(toStream(encode(lines)), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": attachment(fileName),
    "content-security-policy": downloadPolicy,
    "cache-control": "private, no-store",
  });
}

async function* encode(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark);
  for await (const line of lines) yield encoder.encode(line);
}
