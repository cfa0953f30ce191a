import { parsesFast } from "./errors";

/** What tells an object from others, and a Secret from what is none: it stays. */
const IDENTITY = new Set(["apiVersion", "kind", "metadata", "name", "namespace", "generateName"]);
const ENTRY = /^ *([A-Za-z_][\w./-]*):(?=\s|$)/;
const DOCUMENT = /^---[^\S\n]*(?:#.*)?$/;
const NAMES = /^\s+["']?(?:name|namespace|generateName)\b/;
/** Presets stand in a comment, and are meaning. */
const PRESETS = "spectrocloud.com/enabled-presets:";

/**
 * Two texts without the entries of maps that both hold, to the letter, at the same path: what is left differs in the
 * same leaves, and takes a fraction of the time to parse. Undefined where a text does not parse, holds aliases, or is of
 * a form that cannot be taken apart line by line.
 */
export function withoutShared(before: string, after: string): [string, string] | undefined {
  if (!parsesFast(before) || !parsesFast(after)) return undefined;
  const left = new Side(before);
  const right = new Side(after);
  const [documents, others] = [documentsOf(left), documentsOf(right)];
  if (documents === undefined || documents.length !== others?.length) return undefined;
  const seen = new Set<string>();
  for (const [index, part] of documents.entries()) {
    const other = others[index]!;
    if (documents.length > 1) {
      // Objects that changed places or names are not each other's, nor are those that have one name.
      const identity = identityOf(left, part);
      if (identity === undefined || seen.has(identity) || identity !== identityOf(right, other)) return undefined;
      seen.add(identity);
    }
    if (index > 0) for (const { kept } of [left, right]) kept.push("---");
    keepChanged(left, part, right, other);
    // At the end of a document, white space would count less than before another entry.
    for (const { kept } of [left, right]) kept.push("#");
  }
  return [`${left.kept.join("\n")}\n`, `${right.kept.join("\n")}\n`];
}

/** Lines of a text, from `start` until before `end`. */
interface Part {
  start: number;
  end: number;
}

/** An entry of a map: its lines until the next entry, and until `told` those that mean something. */
interface Entry extends Part {
  key: string;
  told: number;
  /** What it holds stands on the lines below. */
  opens: boolean;
}

/** One of the texts, and what is kept of it. */
class Side {
  readonly lines: string[];
  /** The column of the first character that is no space, or -1. */
  readonly indents: Int32Array;
  readonly kept: string[] = [];
  private readonly presets: number[] = [];

  constructor(text: string) {
    this.lines = text.split("\n");
    this.indents = new Int32Array(this.lines.length);
    for (let at = 0; at < this.lines.length; at++) {
      const line = this.lines[at]!;
      let column = 0;
      while (line.charCodeAt(column) === 32) column++;
      this.indents[at] = column === line.length ? -1 : column;
    }
    if (text.includes(PRESETS)) {
      for (const [at, line] of this.lines.entries()) if (line.includes(PRESETS)) this.presets.push(at);
    }
  }

  keep({ start, end }: Part): void {
    for (let at = start; at < end; at++) this.kept.push(this.lines[at]!);
  }

  presetsIn({ start, end }: Part): number[] {
    return this.presets.filter((at) => at >= start && at < end);
  }
}

/** The documents of a stream; undefined where a marker holds more than it marks. */
function documentsOf(side: Side): Part[] | undefined {
  const parts: Part[] = [];
  let start = 0;
  for (const [at, line] of side.lines.entries()) {
    const first = line.charCodeAt(0);
    if (first === 0x25 || line.startsWith("...")) return undefined;
    if (first !== 0x2d || !line.startsWith("---")) continue;
    if (!DOCUMENT.test(line)) return undefined;
    const part = { start, end: at };
    // The first marker may stand above the first document.
    const leads = start === 0 && isTrivia(side, part);
    if (leads && side.presetsIn(part).length > 0) return undefined;
    if (!leads) parts.push(part);
    start = at + 1;
  }
  parts.push({ start, end: side.lines.length });
  return parts;
}

function isTrivia({ lines, indents }: Side, { start, end }: Part): boolean {
  for (let at = start; at < end; at++) {
    if (indents[at] !== -1 && lines[at]![indents[at]!] !== "#") return false;
  }
  return true;
}

/** The lines that name an object; undefined of what is none. */
function identityOf({ lines, indents }: Side, { start, end }: Part): string | undefined {
  const said: string[] = [];
  let inMetadata = false;
  // A name may go on on deeper lines.
  let column = Number.POSITIVE_INFINITY;
  for (let at = start; at < end; at++) {
    const line = lines[at]!;
    const indent = indents[at]!;
    const goesOn = indent > column;
    if (indent === -1 || (indent === 0 && line[0] === "#")) continue;
    if (indent === 0) inMetadata = line.startsWith("metadata:");
    const names = indent === 0 ? line.startsWith("kind:") : inMetadata && NAMES.test(line);
    if (!goesOn) column = names ? indent : Number.POSITIVE_INFINITY;
    if (goesOn || names || (indent === 0 && inMetadata)) said.push(line);
  }
  return said.some((line) => line.startsWith("kind:")) ? said.join("\n") : undefined;
}

/** Keeps the lines of two parts in which they differ. */
function keepChanged(left: Side, before: Part, right: Side, after: Part): void {
  const entries = entriesOf(left, before);
  const others = entriesOf(right, after);
  if (entries === undefined || others === undefined || hasTwice(entries) || hasTwice(others)) {
    left.keep(before);
    right.keep(after);
    return;
  }
  for (const at of left.presetsIn({ start: before.start, end: entries[0]!.start })) left.kept.push(left.lines[at]!);
  for (const at of right.presetsIn({ start: after.start, end: others[0]!.start })) right.kept.push(right.lines[at]!);
  const byKey = new Map(others.map((entry) => [entry.key, entry]));
  const keys = entries.map(({ key }) => key);
  const shared = new Set(keys.filter((key, at) => isShared(left, entries[at]!, right, byKey.get(key))));
  // A map that is left without an entry would be nothing.
  if (shared.size === entries.length || shared.size === others.length)
    shared.delete(keys.find((key) => shared.has(key))!);
  const nested = new Set<string>();
  for (const entry of entries) {
    const other = byKey.get(entry.key);
    if (shared.has(entry.key)) continue;
    if (!entry.opens || !other?.opens) {
      left.keep(entry);
      continue;
    }
    nested.add(entry.key);
    left.kept.push(left.lines[entry.start]!);
    right.kept.push(right.lines[other.start]!);
    keepChanged(left, insideOf(entry), right, insideOf(other));
  }
  for (const entry of others) if (!shared.has(entry.key) && !nested.has(entry.key)) right.keep(entry);
}

function hasTwice(entries: Entry[]): boolean {
  return new Set(entries.map(({ key }) => key)).size < entries.length;
}

function insideOf({ start, end }: Entry): Part {
  return { start: start + 1, end };
}

/** Whether two entries are the same to the letter, and may be left out. */
function isShared(left: Side, a: Entry, right: Side, b: Entry | undefined): boolean {
  const length = a.told - a.start;
  if (b === undefined || length !== b.told - b.start || IDENTITY.has(a.key)) return false;
  for (let at = 0; at < length; at++) if (left.lines[a.start + at] !== right.lines[b.start + at]) return false;
  return left.presetsIn(a).length === 0 && right.presetsIn(b).length === 0;
}

/** The entries of a map in block style with plain keys; undefined where the part is anything else. */
function entriesOf({ lines, indents }: Side, { start, end }: Part): Entry[] | undefined {
  const entries: Entry[] = [];
  let indent = -1;
  let current: Entry | undefined;
  for (let at = start; at < end; at++) {
    const column = indents[at]!;
    // Blank lines and those that are deeper are inside; a comment there may be a line of a text.
    if (column === -1 || (current !== undefined && column > indent)) {
      if (current !== undefined && (column !== -1 || current.told === at)) current.told = at + 1;
      continue;
    }
    const line = lines[at]!;
    if (line[column] === "#") continue;
    if (indent === -1) indent = column;
    if (column !== indent) return undefined;
    const [head, key] = ENTRY.exec(line) ?? [];
    if (key !== undefined) {
      if (current) current.end = at;
      current = { key, start: at, told: at + 1, end, opens: /^\s*(?:#.*)?$/.test(line.slice(head!.length)) };
      entries.push(current);
    } else if (current !== undefined && line[column] === "-") current.told = at + 1;
    else return undefined;
  }
  return current && entries;
}
