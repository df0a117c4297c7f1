import { type Html, html } from "../http/page";

/** A labelled input; its problem is announced with it. */
export function field(
  name: string,
  label: string,
  problems: Record<string, string>,
  attributes: Record<string, string>,
): Html {
  const problem = problems[name];
  const rest = Object.entries(attributes).map(([key, value]) => html` ${key}="${value}"`);
  const marks = problem === undefined ? null : html` aria-invalid="true" aria-describedby="${name}-problem"`;
  return html`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}"${rest}${marks}>
${problem === undefined ? null : html`<span class="problem" id="${name}-problem">${problem}</span>`}</p>`;
}
