/** Bytes that must stand at a place, in hexadecimal. */
interface Mark {
  readonly at: number;
  readonly hex: string;
}

const zip: readonly Mark[] = [{ at: 0, hex: "504b0304" }];
const riff = (kind: string): readonly Mark[] => [
  { at: 0, hex: "52494646" },
  { at: 8, hex: kind },
];
const isoMedia: readonly Mark[] = [{ at: 4, hex: "66747970" }];
const office = "application/vnd.openxmlformats-officedocument";

/**
 * The kinds of files that may be handed in, each with the ways its content may begin; none can run in a browser. Text has
 * no mark of its own.
 */
const allowed: Readonly<Record<string, readonly (readonly Mark[])[] | "text">> = {
  "application/pdf": [[{ at: 0, hex: "255044462d" }]],
  "application/zip": [zip, [{ at: 0, hex: "504b0506" }]],
  [`${office}.wordprocessingml.document`]: [zip],
  [`${office}.spreadsheetml.sheet`]: [zip],
  [`${office}.presentationml.presentation`]: [zip],
  "image/png": [[{ at: 0, hex: "89504e470d0a1a0a" }]],
  "image/jpeg": [[{ at: 0, hex: "ffd8ff" }]],
  "image/gif": [[{ at: 0, hex: "474946383761" }], [{ at: 0, hex: "474946383961" }]],
  "image/webp": [riff("57454250")],
  "audio/mpeg": [[{ at: 0, hex: "494433" }], ...["fffb", "fff3", "fff2"].map((hex) => [{ at: 0, hex }])],
  "audio/wav": [riff("57415645")],
  "audio/x-wav": [riff("57415645")],
  "audio/mp4": [isoMedia],
  "video/mp4": [isoMedia],
  "video/quicktime": [isoMedia],
  "video/webm": [[{ at: 0, hex: "1a45dfa3" }]],
  "text/plain": "text",
  "text/csv": "text",
  "text/markdown": "text",
};

/** How many bytes are looked at. */
export const sniffBytes = 64;

export function isAllowedType(contentType: string): boolean {
  return Object.hasOwn(allowed, contentType);
}

/** Whether content that begins with `head` can be what it says it is. */
export function looksLike(contentType: string, head: Uint8Array): boolean {
  const beginnings = allowed[contentType];
  const bytes = Buffer.from(head.subarray(0, sniffBytes));
  if (beginnings === "text") return bytes.every(isTextByte);
  return beginnings?.some((marks) => marks.every(({ at, hex }) => startsAt(bytes, at, hex))) ?? false;
}

function startsAt(bytes: Buffer, at: number, hex: string): boolean {
  return bytes.subarray(at, at + hex.length / 2).toString("hex") === hex;
}

/** Text holds tabs, line ends, form feeds and escapes, but no other control characters. */
function isTextByte(byte: number): boolean {
  return byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b;
}
