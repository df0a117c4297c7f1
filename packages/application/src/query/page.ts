import { ok, type Result, refuse } from "@evenshare/domain";
import { z } from "zod";

/** Where a list, newest first, was left: the last row that was shown. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** Written by hand a cursor may name instants that no column can hold. */
const instant = z.iso.datetime().refine((text) => text >= "2000");
const cursorText = z.tuple([instant, z.uuid()]);

/** Opaque to the reader: base64url of instant and id. */
function writeCursor({ at, id }: Position): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

/** For lists in the order of a counter, whose rows may share an instant. */
export function writeCounterCursor(counter: bigint): string {
  return Buffer.from(`#${counter}`).toString("base64url");
}

export function readCounterCursor(cursor: string | null | undefined): Result<bigint | null> {
  if (cursor === null || cursor === undefined) return ok(null);
  const counter = /^#(\d{1,18})$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  return counter === undefined ? refuseCursor() : ok(BigInt(counter));
}

/** Reads a cursor back. Null for the first page; anything that no page gave out is refused. */
export function readCursor(cursor: string | null | undefined): Result<Position | null> {
  if (cursor === null || cursor === undefined) return ok(null);
  const parts = cursorText.safeParse(Buffer.from(cursor, "base64url").toString().split(" "));
  if (!parts.success) return refuseCursor();
  const [at, id] = parts.data;
  return ok({ at: new Date(at), id });
}

function refuseCursor() {
  return refuse({
    code: "input.invalid",
    field: "cursor",
    details: { reason: "was not given out by this list" },
  });
}

/** The rows that come after a position in a list that is sorted newest first. */
export function after(position: Position | null) {
  if (position === null) return {};
  const { at, id } = position;
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}

/** Cuts a list that was read with one row more than `limit` and says where it goes on. */
export function cutPage<T>(rows: readonly T[], limit: number, positionOf: (row: T) => Position): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(positionOf(last)) : null,
  };
}
