/**
 * The JSON objects of a text that has one on each line, as engines stream them. Lines of other programs between them are passed over;
 * `cut` says that the last line begins an object and does not end it.
 */
export function jsonLines(text: string): { values: unknown[]; cut: boolean } {
  const lines = text.split(/\r?\n/).filter((line) => line.startsWith("{"));
  const values: unknown[] = [];
  let cut = false;
  for (const line of lines) {
    try {
      values.push(JSON.parse(line));
      cut = false;
    } catch {
      cut = true;
    }
  }
  return { values, cut };
}
