import type { AttachmentContent } from "../message";

/**
 * A mail's HTML for the sandboxed frame. Inline images become data URIs (the frame may load nothing);
 * links open outside the frame, which may not navigate. Safety comes from the frame's policy, not from here.
 */
export function renderMailBody(html: string, attachments: readonly AttachmentContent[]): string {
  const withImages = html.replace(/cid:([^"'\s)>]+)/gi, (reference, contentId: string) => {
    const part = attachments.find((candidate) => candidate.contentId === decodeURIComponent(contentId));
    if (!part?.mimeType.startsWith("image/")) return reference;
    return `data:${part.mimeType};base64,${Buffer.from(part.bytes).toString("base64")}`;
  });
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(withImages)
    ? withImages.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `<!doctype html><html><head>${base}</head><body>${withImages}</body></html>`;
}
