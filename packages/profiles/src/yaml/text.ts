/**
 * A text without what is never meaning: byte order mark, CRLF line ends, blank lines in front, white space behind.
 * The first line keeps its indentation, since that is structure in YAML. Ends with one line break, so that a block
 * scalar on the last line reads the same with and without it.
 */
export function normalizeText(text: string): string {
  const unix = text.includes("\r") ? text.replace(/\r\n/g, "\n") : text;
  const start = /^(?:\uFEFF|[^\S\n]*\n)*/.exec(unix)![0].length;
  const body = unix.slice(start).trimEnd();
  return body === "" ? "" : `${body}\n`;
}
