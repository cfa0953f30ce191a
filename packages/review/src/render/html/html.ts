/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** What a template takes: text and numbers are escaped; `false` and `undefined` are nothing. */
export type Content = Html | string | number | false | undefined | readonly Content[];

/** Writes HTML in which nothing that is put in can be more than text: html`<td>${value}</td>`. Attributes need their quotes. */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Html {
  let text = strings[0]!;
  for (let at = 0; at < contents.length; at++) text += textOf(contents[at]) + strings[at + 1];
  return new Html(text);
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Html) return content.text;
  if (typeof content === "object") return content.map(textOf).join("");
  return escapeHtml(String(content));
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
