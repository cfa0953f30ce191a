/**
 * A text as CDKTF writes it right into HCL, which it does not by itself: it escapes no backslash, no quote in a text that
 * holds a template, and ends every text of several lines with one line more. Templates of Terraform and CDKTF's tokens stay.
 * In place of CDKTF's `stringToHclTerraform` in the generated classes.
 */
export function hclText(text?: any): any {
  if (typeof text !== "string") return text;
  const inner = text.replace(/\n$/, "");
  // CDKTF writes a text of several lines as a heredoc, where backslashes and quotes are themselves.
  const heredoc = inner !== text && /\n/.test(inner) && !/\r|^\s*EOF$/m.test(inner);
  return heredoc ? inner : escaped(text);
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(text: string): string {
  let written = "";
  for (let at = 0; at < text.length; ) {
    const end = templateEnd(text, at);
    written += end === at ? (ESCAPES[text[at]!] ?? text[at]) : text.slice(at, end);
    at = Math.max(end, at + 1);
  }
  return written;
}

/** Where the template ends that starts here, `${...}` or `%{...}`, or the start of one that is text, `$${`; or else here. */
function templateEnd(text: string, start: number): number {
  const [opening] = /^([$%])\1?\{/.exec(text.slice(start, start + 3)) ?? [];
  if (opening === undefined) return start;
  if (opening.length === 3) return start + 3;
  let depth = 0;
  // Braces within quotes are text.
  for (const { 0: part, index } of text.slice(start).matchAll(/"(?:\\.|[^"\\])*"|[{}]/gs)) {
    if (part === "{") depth++;
    if (part === "}" && --depth === 0) return start + index + 1;
  }
  return text.length;
}
