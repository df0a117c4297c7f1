import type { Palette } from "./palette";

/**
 * What inline styles cannot say: the dark palette and the phone's narrower margins. A reader that drops this sheet
 * shows the light mail, complete. `data-ogsc` is how Outlook on the web marks its dark mode.
 */
export function writeStyleSheet(dark: Palette): string {
  const rules = darkRules(dark);
  const media = rules.map(([selector, declaration]) => `${selector}{${declaration}}`).join("");
  const outlook = rules.map(([selector, declaration]) => `[data-ogsc] ${selector}{${declaration}}`).join("");
  return [
    ":root{color-scheme:light dark;supported-color-schemes:light dark}",
    "@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.edge{padding-left:12px!important;padding-right:12px!important;padding-top:20px!important}.figure{font-size:34px!important;line-height:40px!important}.heading{font-size:22px!important;line-height:28px!important}.button{display:block!important;text-align:center!important}}",
    `@media (prefers-color-scheme:dark){${media}}`,
    outlook,
  ].join("\n");
}

function darkRules(dark: Palette): readonly (readonly [string, string])[] {
  const ground = (color: string) => `background-color:${color}!important`;
  const text = (color: string) => `color:${color}!important`;
  return [
    [".paper", ground(dark.paper)],
    [".surface", ground(dark.surface)],
    [".ink", text(dark.ink)],
    [".muted", text(dark.muted)],
    [".line", `border-color:${dark.hairline}!important`],
    [".accent", text(dark.accent)],
    [".accent-top", `border-top-color:${dark.accent}!important`],
    [".total", `border-color:${dark.ink}!important`],
    [".button", `${ground(dark.accent)};${text(dark.onAccent)}`],
    [".tone-accent", text(dark.accent)],
    [".tone-held", text(dark.heldText)],
    [".tone-released", text(dark.releasedText)],
    [".tone-risk", text(dark.riskText)],
    [".share-toFund", `${ground(dark.open)};border-color:${dark.muted}!important`],
  ];
}
