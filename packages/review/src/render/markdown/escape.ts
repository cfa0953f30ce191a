import { printable } from "../printable";

/** What means something in Markdown, or in HTML inside of it; and the space of no width. */
const MARKS = /[&<>"'`*_[\]\\~|@#$\u200b]/g;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** Where people, issues, merge requests, labels, milestones, snippets or addresses begin, of which forges make links. */
const LINKED = /[@#!$%&~](?=[\w"])|:(?=\/\/)|www(?=\.)|GH-(?=\d)/gi;

/** On one line, and safe inside of `<code>`: no mark of HTML or Markdown means anything. */
export function escapeCode(text: string): string {
  return escapeMarks(printable(text));
}

/** Safe in running text, too, where forges make links after they have read entities: a space of no width keeps them from it. */
export function escapeText(text: string): string {
  return escapeMarks(printable(text).replace(LINKED, "$&\u200b"));
}

function escapeMarks(text: string): string {
  return text.replace(MARKS, (mark) => NAMED[mark] ?? `&#${mark.codePointAt(0)};`);
}
