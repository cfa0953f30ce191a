/** What means something in Markdown, or in HTML inside of it; and the space of no width. */
const MARKS = /[&<>"'`*_[\]\\~|@#$\u200b]/g;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** Where people, issues, merge requests, labels, milestones, snippets or addresses begin, of which forges make links. */
const LINKED = /[@#!$%&~](?=[\w"])|:(?=\/\/)|\bwww(?=\.)|\bGH-(?=\d)/gi;

/** Safe inside of `<code>`: no mark of HTML or Markdown means anything. */
export function escapeCode(text: string): string {
  return text.replace(MARKS, (mark) => NAMED[mark] ?? `&#${mark.codePointAt(0)};`);
}

/** Safe in running text, where forges make links after they have read entities: a space of no width keeps them from it. */
export function escapeText(text: string): string {
  return escapeCode(text.replace(LINKED, "$&\u200b"));
}
