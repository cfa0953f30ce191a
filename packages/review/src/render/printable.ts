/**
 * Makes a text safe to print on one line: line breaks, terminal escapes and characters that turn the reading direction
 * are written as escapes.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`;
  });
}
