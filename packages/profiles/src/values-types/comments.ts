/** Palette's own comment, which is no description. */
const PRESETS = /^spectrocloud\.com\/enabled-presets:/;
/** A line of commented YAML: an entry of a list, or a key without a space in it. */
const EXAMPLE = /^(?:- |[\w."'/-]+:(?:\s|$)|[[{])/;
/** Under a key that is empty, as charts are written, there is often an example of what it may hold. */
const EMPTY_ABOVE = /(?:\{\}|\[\]|:|""|'')\s*(?:#.*)?$/;
/** As Bitnami's charts describe their values, all of a section at its head. */
const PARAM = /^\s*##\s*@param\s+(\S+)\s+(.*)$/;

/** The descriptions that the comments of a text hold. */
export interface Comments {
  /** Of the key at an offset, line by line; none where no comment stands right above it. */
  above(offset: number): string[];
  /** Of the key at a path such as `global.imageRegistry`, without the chart it is of. */
  of(path: string): string | undefined;
}

export function commentsOf(text: string): Comments {
  const lines = text.split("\n");
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const params = new Map<string, string>();
  for (const line of lines) {
    const [, path, said] = PARAM.exec(line) ?? [];
    if (path !== undefined) params.set(path, said!.replace(/^\[[^\]]*\]\s*/, ""));
  }
  return {
    above(offset) {
      const at = lineAt(starts, offset);
      const indent = lines[at]!.slice(0, offset - starts[at]!);
      return indent.trim() === "" ? descriptionAbove(lines, at, indent) : [];
    },
    of: (path) => params.get(path),
  };
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The comment lines right above, as far as they are indented as the key is and describe it. */
function descriptionAbove(lines: readonly string[], at: number, indent: string): string[] {
  const block: string[] = [];
  let line = at - 1;
  while (line >= 0 && lines[line]!.startsWith(`${indent}#`)) block.unshift(lines[line--]!.slice(indent.length));
  // What helm-docs would show starts at its mark.
  const marked = block.findLastIndex((it) => /^#+\s*--\s/.test(it));
  let described = (marked < 0 ? block : block.slice(marked)).map((it) => it.replace(/^#+\s?(?:--\s)?/, "").trimEnd());
  if (marked < 0 && line >= 0 && EMPTY_ABOVE.test(lines[line]!)) {
    const first = described.findIndex((it) => it.trim() !== "");
    if (first >= 0 && EXAMPLE.test(described[first]!.trim())) described = [];
  }
  const said = described.filter(
    (it) => !PRESETS.test(it.trim()) && !/^@(?:param|section|skip|extra)\b/.test(it.trim()),
  );
  return trimmed(said);
}

/** Without empty lines at the ends, and without rules drawn with signs. */
function trimmed(said: readonly string[]): string[] {
  const words = said.map((it) => (/\w/.test(it) ? it : ""));
  const first = words.findIndex((it) => it !== "");
  return first < 0 ? [] : words.slice(first, words.findLastIndex((it) => it !== "") + 1);
}
