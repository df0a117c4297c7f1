import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { RestFailure } from "../server/rest-failure";
import { cleanFileName } from "./file-name";
import { isAllowedType, looksLike, sniffBytes } from "./file-types";

export interface ReceivedFile {
  readonly name: string;
  readonly contentType: string;
  /** The bytes as they arrive. Ends with an error when the upload breaks off, or is not what it says it is. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

const limits = { files: 1, fields: 5, fieldSize: 1_000, headerPairs: 20, headerSize: 8_192 };

/**
 * Finds the part `file` of a multipart upload and hands over its bytes while they still arrive.
 *
 * @throws RestFailure `file.missing`, `file.incomplete`, `file.type_refused`, `file.type_mismatch`, or what `use` throws.
 */
export async function receiveFile<T>(request: Request, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const parser = openParser(request.headers.get("content-type") ?? "");
  if (request.body === null) throw new RestFailure({ code: "file.missing" });
  const source = Readable.from(bytesOf(request.body));
  let part: Readable | null = null;
  try {
    return await new Promise<T>((resolve, reject) => {
      parser.once("file", (field, stream, filename, _encoding, mimeType) => {
        part = stream;
        // A form that breaks off is told once more on the part, whether or not anyone still reads it.
        stream.on("error", () => {});
        const type = mimeType.toLowerCase();
        if (field !== "file") return reject(new RestFailure({ code: "file.missing" }));
        if (!isAllowedType(type))
          return reject(new RestFailure({ code: "file.type_refused", details: { type } }));
        use({ name: cleanFileName(filename), contentType: type, bytes: checked(stream, type) }).then(
          resolve,
          reject,
        );
      });
      pipeline(source, parser).then(
        () => part ?? reject(new RestFailure({ code: "file.missing" })),
        () => {
          const incomplete = new RestFailure({ code: "file.incomplete" });
          // Whoever is reading the part is told, and cleans up; only without a reader is the error ours to tell.
          if (part === null) reject(incomplete);
          else part.destroy(incomplete);
        },
      );
    });
  } finally {
    source.destroy();
  }
}

function openParser(contentType: string): BusboyInstance {
  if (!/^multipart\/form-data/i.test(contentType)) throw new RestFailure({ code: "file.missing" });
  try {
    return new Busboy({ headers: { "content-type": contentType }, limits });
  } catch {
    throw new RestFailure({ code: "file.missing" });
  }
}

/** The bytes, once the first of them have been compared with the type they claim. */
async function* checked(stream: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  let looked = false;
  for await (const part of stream) {
    if (looked) {
      yield part;
      continue;
    }
    head = Buffer.concat([head, part]);
    if (head.length < sniffBytes) continue;
    mustLookLike(contentType, head);
    looked = true;
    yield head;
  }
  if (looked) return;
  mustLookLike(contentType, head);
  yield head;
}

function mustLookLike(contentType: string, head: Uint8Array): void {
  if (!looksLike(contentType, head)) {
    throw new RestFailure({ code: "file.type_mismatch", details: { type: contentType } });
  }
}

async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}
