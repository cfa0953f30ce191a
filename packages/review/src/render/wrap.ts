/** Words in lines of a width, where none is longer. @param first what stands in front */
export function wrap(words: readonly string[], width: number, first = ""): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** Names as words, a comma behind each but the last. */
export function listed(names: readonly string[]): string[] {
  return names.map((name, at) => (at < names.length - 1 ? `${name},` : name));
}
