import { type Html, html } from "./html";

/** Two short values with the part in which they differ marked, where enough is the same around it. */
export function marked(before: string, after: string): [Html, Html] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  // Whole words, and never half a character.
  while (start > 0 && isInWord(before, start)) start--;
  while (end > 0 && isInWord(before, before.length - end)) end--;
  if (start + end < Math.max(before.length, after.length) / 3) return [html`${before}`, html`${after}`];
  return [markMiddle(before, start, end), markMiddle(after, start, end)];
}

function markMiddle(text: string, start: number, end: number): Html {
  const middle = text.slice(start, text.length - end);
  return html`${text.slice(0, start)}${middle !== "" && html`<mark>${middle}</mark>`}${text.slice(text.length - end)}`;
}

/** Whether the characters on both sides of a place belong together. */
function isInWord(text: string, at: number): boolean {
  const isPart = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}\p{Cs}]/u.test(character);
  return isPart(text[at - 1]) && isPart(text[at]);
}
