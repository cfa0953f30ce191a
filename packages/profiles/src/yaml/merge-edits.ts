import { isMap, isScalar, isSeq, Pair, type Scalar, YAMLMap } from "yaml";
import { nodeMeaning } from "./node-meaning";
import { keyPath } from "./path";
import { isNull, keyText, newRewriting, printMap, REMOVED, rewriteNode } from "./rewrite-node";
import { lineStart, nextLine, type TextEdit } from "./text-edits";

/** The edits that lay overrides over a text. Every map that they reach into is a block, without aliases. */
export class MergeEdits {
  readonly edits: TextEdit[] = [];
  /** Paths of overrides that match no key. */
  readonly unmatched: string[] = [];
  /** Paths whose values are other than before. */
  readonly changed: string[] = [];

  /** @param text ends with a line break */
  constructor(private readonly text: string) {}

  root(map: YAMLMap, overrides: YAMLMap): void {
    if (!this.map("", map, overrides)) return;
    const [first] = map.items;
    this.insert(lineStart(this.text, startOf(first?.key)), "{}\n");
  }

  /** A text of comments alone, or an empty map, at `start`. */
  fill(start: number, end: number, overrides: YAMLMap): void {
    const { items } = rewriteNode(overrides, newRewriting()) as YAMLMap;
    this.unmatched.push(...items.map(({ key }) => keyPath("", keyText(key))));
    if (items.length > 0) this.edits.push({ start, end, text: this.block(items as Pair[], 0, end) });
  }

  /** A map in one line becomes a block. */
  writeAsBlock(pair: Pair): void {
    this.replace(pair, rewriteNode(pair.value, newRewriting({ blocks: true })));
  }

  /** @returns true where nothing is left of the map. */
  private map(path: string, map: YAMLMap, overrides: YAMLMap): boolean {
    const own = new Map(map.items.map((pair) => [keyText(pair.key), pair as Pair]));
    const added: Pair[] = [];
    let removed = 0;
    for (const override of overrides.items as Pair[]) {
      const key = keyText(override.key);
      const at = keyPath(path, key);
      const pair = own.get(key);
      if (pair === undefined) {
        this.unmatched.push(at);
        if (override.value !== REMOVED) added.push(override);
      } else if (override.value === REMOVED) {
        this.changed.push(at);
        this.remove(pair);
        removed++;
      } else this.value(at, pair, override.value);
    }
    if (added.length > 0) this.append(map, added);
    return added.length === 0 && removed === map.items.length;
  }

  private value(path: string, pair: Pair, override: unknown): void {
    const { value } = pair;
    if (isMap(value) && value.items.length > 0 && isMap(override)) {
      if (this.map(path, value, override)) this.insert(this.colon(pair) + 1, " {}");
      return;
    }
    const wanted = rewriteNode(override, newRewriting());
    if (nodeMeaning(value) === nodeMeaning(wanted)) return;
    this.changed.push(path);
    this.replace(pair, wanted);
  }

  private replace(pair: Pair, wanted: ReturnType<typeof rewriteNode>): void {
    const { text } = this;
    const column = this.column(pair);
    const behind = this.colon(pair) + 1;
    const end = this.pairEnd(pair);
    wanted.comment = null;
    if (isScalar(wanted) || wanted.flow) wanted.commentBefore = null;
    wanted.spaceBefore = false;
    const start = isBlank(pair.value) ? behind : startOf(pair.value);
    const below = text.slice(behind, start).includes("\n");
    const [head, body] = this.printed(wanted, column, nextLine(text, end), !below);
    if (below) {
      // Comments between the key and what stood under it stay.
      const first = lineStart(text, start);
      this.insert(behind, head);
      this.insert(first, body);
      this.edits.push({ start: first, end: nextLine(text, end), text: "" });
    } else {
      this.edits.push({ start: behind, end, text: head });
      this.insert(nextLine(text, end), body);
    }
  }

  private remove(pair: Pair): void {
    const column = this.column(pair);
    let end = nextLine(this.text, this.pairEnd(pair));
    // Comments further in belong to the key; behind a block of text before it they would become text.
    for (let next = end; next < this.text.length; ) {
      const after = nextLine(this.text, next);
      const line = this.text.slice(next, after);
      if (line.trim() !== "" && !(/^ *#/.test(line) && line.indexOf("#") > column)) break;
      if (line !== "\n") end = after;
      next = after;
    }
    this.edits.push({ start: lineStart(this.text, startOf(pair.key)), end, text: "" });
  }

  private append(map: YAMLMap, added: readonly Pair[]): void {
    const [first] = map.items as Pair[];
    const place = nextLine(this.text, this.pairEnd(map.items.at(-1) as Pair));
    const copies = added.map(({ key, value }) => {
      const how = newRewriting();
      return new Pair(rewriteNode(key, how), rewriteNode(value, how));
    });
    this.insert(place, this.block(copies, this.column(first!), place));
  }

  /** What stands behind the colon of a key, and the lines below it. */
  private printed(value: ReturnType<typeof rewriteNode>, column: number, next: number, blockText: boolean) {
    const lines = this.block([new Pair("k", value)], column, next, blockText).slice(column + 2);
    const split = lines.indexOf("\n");
    return [lines.slice(0, split), lines.slice(split + 1)] as const;
  }

  private block(pairs: Pair[], column: number, next: number, blockText = true): string {
    const map = new YAMLMap();
    map.items = pairs;
    const first = printMap(map, { blockText });
    // A block of text would take what stands further in behind it for its own.
    const unsafe = /[|>][0-9]*\+/.test(first) || this.goesOnDeeper(next, column);
    const printed = unsafe ? printMap(map, { blockText: false }) : first;
    return printed.replace(/^(?=[^\n])/gm, " ".repeat(column));
  }

  /** Whether blank lines, or a comment behind them, stand further in than a column. */
  private goesOnDeeper(offset: number, column: number): boolean {
    for (let at = offset; at < this.text.length; at = nextLine(this.text, at)) {
      const line = this.text.slice(at, nextLine(this.text, at)).replace(/\n$/, "");
      const indent = line.length - line.trimStart().length;
      if (line.trim() !== "") return line.trimStart().startsWith("#") && indent > column;
      if (indent > column) return true;
    }
    return false;
  }

  private insert(at: number, text: string): void {
    if (text !== "") this.edits.push({ start: at, end: at, text });
  }

  private column(pair: Pair): number {
    const start = startOf(pair.key);
    return start - lineStart(this.text, start);
  }

  private colon(pair: Pair): number {
    return this.text.indexOf(":", rangeOf(pair.key)[1]);
  }

  private pairEnd(pair: Pair): number {
    return isBlank(pair.value) ? this.colon(pair) + 1 : this.contentEnd(pair.value);
  }

  /** Where the last character of a node stands that is no comment and no white space. */
  private contentEnd(node: unknown): number {
    if (isMap(node) && !node.flow) return this.pairEnd(node.items.at(-1) as Pair);
    if (isSeq(node) && !node.flow) return this.contentEnd(node.items.at(-1));
    const [start, end] = rangeOf(node);
    if (!isScalar(node) || (node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED")) return end;
    const header = this.text.slice(start, this.text.indexOf("\n", start));
    if (/^[|>][0-9]*\+/.test(header)) return end - 1;
    return start + this.text.slice(start, end).replace(/\n+$/, "").length;
  }
}

function isBlank(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && isNull(node) && (node as Scalar).source === "");
}

function startOf(node: unknown): number {
  return rangeOf(node)[0];
}

/** Where a parsed node stands. */
function rangeOf(node: unknown): [number, number] {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  if (!range) throw new Error("a node without a place cannot be edited");
  return [range[0], range[1]];
}
