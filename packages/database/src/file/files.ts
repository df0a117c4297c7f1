import { createHash } from "node:crypto";
import type { Connections } from "../connection/open";
import { inTenant } from "../connection/tenant";

const chunkBytes = 1_048_576;

export interface NewFile {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly contentType: string;
  readonly uploadedByName: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: bigint;
  readonly sha256: string;
}

/** Thrown when a stream is longer than allowed; nothing of it is kept. */
export class FileTooLarge extends Error {}

/**
 * Stores a stream in chunks of one mebibyte, without ever holding it whole. Nothing remains of a stream that breaks off.
 * @throws FileTooLarge when the stream passes `maxBytes`.
 */
export async function storeFile(
  connections: Connections,
  file: NewFile,
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  now: Date,
): Promise<StoredFile> {
  const scope = file.organizationId;
  await inTenant(connections, scope, (tx) => tx.file.create({ data: { ...file, size: 0n, createdAt: now } }));
  try {
    const hash = createHash("sha256");
    let size = 0;
    let position = 0;
    for await (const bytes of inChunks(stream)) {
      size += bytes.length;
      if (size > maxBytes) throw new FileTooLarge();
      hash.update(bytes);
      const chunk = { fileId: file.id, position, bytes };
      await inTenant(connections, scope, (tx) => tx.fileChunk.create({ data: chunk }));
      position += 1;
    }
    const sha256 = hash.digest("hex");
    await inTenant(connections, scope, (tx) =>
      tx.file.update({ where: { id: file.id }, data: { size: BigInt(size), sha256, completedAt: now } }),
    );
    return { id: file.id, name: file.name, contentType: file.contentType, size: BigInt(size), sha256 };
  } catch (error) {
    await inTenant(connections, scope, async (tx) => {
      await tx.fileChunk.deleteMany({ where: { fileId: file.id } });
      await tx.file.delete({ where: { id: file.id } });
    });
    throw error;
  }
}

/** A finished file that the organization may see, or null. */
export async function findFile(
  connections: Connections,
  organizationId: string,
  id: string,
): Promise<StoredFile | null> {
  const row = await inTenant(connections, organizationId, (tx) =>
    tx.file.findFirst({ where: { id, completedAt: { not: null } } }),
  );
  return row === null || row.sha256 === null
    ? null
    : { id: row.id, name: row.name, contentType: row.contentType, size: row.size, sha256: row.sha256 };
}

/** The bytes of a file, chunk by chunk. Ends at once when the organization may not see it. */
export async function* readFileChunks(
  connections: Connections,
  organizationId: string,
  id: string,
): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const chunk = await inTenant(connections, organizationId, (tx) =>
      tx.fileChunk.findUnique({ where: { fileId_position: { fileId: id, position } } }),
    );
    if (chunk === null) return;
    yield chunk.bytes;
  }
}

async function* inChunks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    for (let from = 0; from < part.length; ) {
      const piece = part.subarray(from, from + chunkBytes - length);
      pending.push(piece);
      length += piece.length;
      from += piece.length;
      if (length === chunkBytes) {
        yield concat(pending, length);
        pending = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield concat(pending, length);
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
