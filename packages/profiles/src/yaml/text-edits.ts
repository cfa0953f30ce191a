/** Replaces the text from `start` to `end`, which is not included. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** The text with all edits made. What is inserted where something else is removed stays; edits of one place keep their order. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let cursor = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start > cursor) parts.push(text.slice(cursor, edit.start));
    parts.push(edit.text);
    cursor = Math.max(cursor, edit.start, edit.end);
  }
  parts.push(text.slice(cursor));
  return parts.join("");
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the next line begins. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}
