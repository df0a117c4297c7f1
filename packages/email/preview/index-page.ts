/** A sample mail that was rendered, and the files it lies in. */
export interface PreviewedMail {
  readonly template: string;
  readonly variant: string;
  readonly side: string;
  readonly subject: string;
  readonly htmlFile: string;
  readonly textFile: string;
}

/** A list of all previewed mails beside a frame that shows the chosen one. */
export function writeIndexPage(mails: readonly PreviewedMail[]): string {
  const rows = mails.map(
    ({ template, variant, side, subject, htmlFile, textFile }) =>
      `<li><a href="${htmlFile}" target="mail">${escapeHtml(subject)}</a>
      <small>${escapeHtml([template, variant, side].filter(Boolean).join(" · "))} · <a href="${textFile}" target="mail">text</a></small></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mails of Evenshare</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: minmax(18rem, 26rem) 1fr; height: 100dvh; }
nav { overflow: auto; padding: 1.5rem; border-right: 1px solid color-mix(in srgb, currentcolor 15%, transparent); }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: 0.5rem 0; border-top: 1px solid color-mix(in srgb, currentcolor 12%, transparent); }
small { display: block; opacity: 0.75; }
iframe { width: 100%; height: 100%; border: 0; background: canvas; }
</style>
</head>
<body>
<nav><h1>Mails</h1><ul>
${rows.join("\n")}
</ul></nav>
<iframe name="mail" title="The chosen mail" src="${mails[0]?.htmlFile ?? ""}"></iframe>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
