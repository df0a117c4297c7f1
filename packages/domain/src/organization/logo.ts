import { ok, type Result, refuse } from "../result";

/** The kinds of pictures a logo may be, each with how its content begins. None can run in a browser. */
export const logoTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export type LogoType = (typeof logoTypes)[number];

/** Half a mebibyte. */
export const maxLogoBytes = 524_288;

/**
 * What kind of picture the bytes are, whatever their sender called them.
 *
 * Refused with `logo.empty`, `logo.too_large` and `logo.not_a_picture`.
 */
export function readLogoType(bytes: Uint8Array): Result<LogoType> {
  if (bytes.length === 0) return refuse({ code: "logo.empty", field: "file" });
  if (bytes.length > maxLogoBytes) {
    return refuse({ code: "logo.too_large", field: "file", details: { maxBytes: String(maxLogoBytes) } });
  }
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return ok("image/png");
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return ok("image/jpeg");
  // RIFF, four bytes of length, WEBP
  if (startsWith(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, 8, [0x57, 0x45, 0x42, 0x50])) {
    return ok("image/webp");
  }
  return refuse({ code: "logo.not_a_picture", field: "file" });
}

function startsWith(bytes: Uint8Array, at: number, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte);
}
