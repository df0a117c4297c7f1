const longest = 150;

/**
 * The name under which a file is shown and saved: without path, control characters, invisible characters that reorder
 * text, and what file systems refuse; at most 150 characters, the ending kept.
 */
export function cleanFileName(given: string): string {
  const base = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  if (clean === "") return "file";
  const dot = clean.lastIndexOf(".");
  const ending = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : "";
  const stem = [...clean.slice(0, clean.length - ending.length)].slice(0, longest - ending.length).join("");
  return stem + ending;
}

/** A Content-Disposition that saves a file under its name: plain letters for old clients, the real name by RFC 5987. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
