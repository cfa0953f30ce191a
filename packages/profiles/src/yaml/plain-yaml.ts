const LINE = /^( *)((?:- +)*)(?:(-)|([A-Za-z_][\w./-]*):(?: +(.*))?|(.+))$/;
const WORD = `(?:[A-Za-z0-9_/.][\\w./@]*(?:-[\\w./@]+)*|"[^"\\\\\\t]*"|'[^'\\t]*')`;
const PAIR = `[A-Za-z_][\\w./]*(?:-[\\w./]+)*: ${WORD}`;
/** One line that is a value by itself: quoted, a short list or map in brackets, or plain. */
const VALUE = new RegExp(
  `^(?:"(?:[^"\\\\\\t]|\\\\["\\\\/nrt])*"|'(?:[^'\\t]|'')*'|\\[(?: *${WORD}(?:, *${WORD})*)? *\\]|\\{(?: *${PAIR}(?:, *${PAIR})*)? *\\}` +
    `|(?:[A-Za-z0-9_./~+$(<;^]|-[A-Za-z0-9_./])(?:[^:#\\x00-\\x1f\\x7f-\\xa0\\u2028\\u2029\\ufeff]|:(?=[^\\s])|(?<=\\S)#)*)$`,
);
const COMMENT = /(?:^| +)#.*$/;
const BLOCK = /^[|>][+-]?$/;
/** Keys that are no text, and may be another in other words. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const DOCUMENT = /^---[^\S\n]*(?:#.*)?$/;

/** A map or a list that lines are added to. */
interface Level {
  column: number;
  /** The keys of a map. */
  keys?: Set<string>;
}

/**
 * Whether a text certainly parses, holds no alias and no tag: maps and lists in block style whose keys are plain and whose values
 * stand on one line, or are blocks of text. True of most values and manifests, and told in a tenth of the time that
 * a parser takes; false says nothing.
 */
export function isPlainYaml(text: string): boolean {
  const reader = new PlainReader();
  return text.split("\n").every((line) => reader.takes(line));
}

class PlainReader {
  private levels: Level[] = [];
  /** Whether the last key or dash has nothing behind it yet. */
  private isOpen = true;
  /** Of a block of text that goes on: what it is deeper than, and from where its lines begin. */
  private block: { above: number; column?: number } | undefined;

  takes(line: string): boolean {
    let column = 0;
    while (line.charCodeAt(column) === 32) column++;
    if (column === line.length) return this.block === undefined || this.block.column !== undefined || column === 0;
    if (this.block !== undefined && column > this.block.above) {
      this.block.column ??= column;
      return column >= this.block.column;
    }
    this.block = undefined;
    if (line[column] === "#") return true;
    if (column === 0 && line.startsWith("---")) {
      this.levels = [];
      this.isOpen = true;
      return DOCUMENT.test(line);
    }
    const [, , dashes, dash, key, rest, value] = LINE.exec(line) ?? [];
    if (dashes === undefined) return false;
    let at = column;
    for (const each of `${dashes}${dash ?? ""}`.matchAll(/- */g)) {
      if (!this.enter(at, undefined)) return false;
      at += each[0].length;
    }
    if (dash !== undefined) return true;
    if (key === undefined) return dashes !== "" && this.value(value!, at - 1);
    return !WORDS.test(key) && this.enter(at, key) && this.value(rest ?? "", at);
  }

  /** A line of a map, or without a key of a list, at its column. */
  private enter(column: number, key: string | undefined): boolean {
    const isMap = key !== undefined;
    // A list may stand at the column of the key that it belongs to.
    while (this.levels.length > 0) {
      const top = this.levels.at(-1)!;
      const ends = top.column > column || (top.column === column && top.keys === undefined && isMap);
      if (!ends) break;
      this.levels.pop();
      this.isOpen = false;
    }
    const top = this.levels.at(-1);
    const continues = top?.column === column && (top.keys !== undefined) === isMap;
    if (!continues) {
      const begins =
        top === undefined ? this.isOpen : this.isOpen && (column > top.column || (column === top.column && !isMap));
      if (!begins) return false;
      this.levels.push({ column, ...(isMap ? { keys: new Set() } : {}) });
    }
    const { keys } = this.levels.at(-1)!;
    if (key !== undefined && keys!.has(key)) return false;
    if (key !== undefined) keys!.add(key);
    this.isOpen = true;
    return true;
  }

  private value(written: string, above: number): boolean {
    const text = written.replace(COMMENT, "").trimEnd();
    this.isOpen = text === "";
    if (BLOCK.test(text)) {
      this.block = { above };
      return true;
    }
    return text === "" || (VALUE.test(text) && !(text.startsWith("{") && hasTwice(text)));
  }
}

/** Whether a map in brackets may have a key twice. */
function hasTwice(map: string): boolean {
  const keys = [...map.matchAll(/[\w./-]+(?=: )/g)].map(([key]) => key.toLowerCase());
  return new Set(keys).size < keys.length;
}
