/** A scalar of a text, and the offset behind it. */
export interface ScalarAt {
  value: string;
  end: number;
}

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/sy;
const BLOCK = /[|>][-+\d]*[ \t]*(?:#[^\n]*)?(?:\n|$)/y;
/** Longer than any line that a person writes; a longer one is no key and value. */
const LONGEST = 8192;
/** Where a line began in braces, these stand so near. */
const LINE = 1024;
const REST = new RegExp(`[^\\n]{0,${LONGEST}}`, "y");
const REST_OF_ENTRY = new RegExp(`[^\\n,}\\]]{0,${LONGEST}}`, "y");

/** Reads the scalar of YAML or JSON that begins at an offset, behind its key: quoted, a block of lines, or plain. */
export function scalarAt(text: string, offset: number): ScalarAt {
  const quoted = matchAt(QUOTED, text, offset);
  if (quoted !== undefined) return { value: unquoted(quoted), end: offset + quoted.length };
  const head = matchAt(BLOCK, text, offset);
  if (head !== undefined) return blockAt(text, offset, offset + head.length);
  const inFlow = /[{[][^\n]*$/.test(text.slice(Math.max(0, offset - LINE), offset));
  const rest = matchAt(inFlow ? REST_OF_ENTRY : REST, text, offset) ?? "";
  const value = rest.replace(/\s#.*$/, "").replace(/[,;]$/, "");
  return { value: value.trim(), end: offset + value.length };
}

function blockAt(text: string, offset: number, start: number): ScalarAt {
  const indent = indentOf(text.slice(text.lastIndexOf("\n", offset - 1) + 1));
  const lines: string[] = [];
  let end = start;
  while (end < text.length) {
    const stop = text.indexOf("\n", end);
    const line = text.slice(end, stop === -1 ? text.length : stop);
    if (line.trim() !== "" && indentOf(line) <= indent) break;
    lines.push(line.trim());
    end = stop === -1 ? text.length : stop + 1;
  }
  return { value: lines.join("\n").trim(), end };
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function unquoted(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replace(/''/g, "'");
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}
