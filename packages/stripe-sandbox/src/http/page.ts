import type { ServerResponse } from "node:http";

/** An answer for a browser. */
export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A request of a browser: the form is already decoded. */
export interface PageRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  remoteAddress: string;
}

/** Text that is already HTML. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | null | false | Part[];

/** HTML with every inserted text escaped; null and false insert nothing. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  const text = strings.reduce((out, chunk, index) => out + chunk + render(values[index] ?? null), "");
  return new Html(text);
}

function render(part: Part): string {
  if (part === null || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join("");
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A whole page. `formTargets` are origins a form may lead to by redirect, which the policy must name. */
export function page(
  title: string,
  content: Html,
  options: { status?: number; formTargets?: string[]; script?: boolean } = {},
): PageAnswer {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/sandbox.css">
${options.script === true ? html`<script src="/assets/inspector.js" defer></script>` : null}
</head>
<body>
${content}
</body>
</html>
`;
  const targets = ["'self'", ...new Set(options.formTargets ?? [])].join(" ");
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src data:",
    `form-action ${targets}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return {
    status: options.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
    body: document.text,
  };
}

/** Sends the browser on with GET. */
export function redirect(to: string): PageAnswer {
  return { status: 303, headers: { location: to, "cache-control": "no-store" }, body: "" };
}

/** The origins of URLs, for a page's policy; anything that is no URL is left out. */
export function originsOf(...urls: (string | null | undefined)[]): string[] {
  return urls.flatMap((url) => (url && URL.canParse(url) ? [new URL(url).origin] : []));
}

export function send(response: ServerResponse, answer: PageAnswer): void {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}
