/**
 * How YAML sees a place of a text: `plain` is an unquoted scalar or a key, `block` the text after `|` or `>`.
 */
export type TextPlace = "plain" | "quoted" | "block" | "comment";

const LEAD = /[ \t]*(?:-[ \t]+)*/y;
const BLOCK_HEADER = /(?:^|[:?-][ \t]+)(?:[!&]\S*[ \t]+)*[|>][-+1-9]{0,2}[ \t\r]*$/;

/**
 * The places of some offsets, which rise. Reads quotes, comments and block scalars only, so that it costs little, and
 * answers for texts that do not parse before Palette has replaced their templates. `{{ ... }}` is skipped as one thing.
 */
export function placesIn(text: string, offsets: readonly number[]): TextPlace[] {
  const places: TextPlace[] = [];
  const mark = (before: number, place: TextPlace) => {
    while (places.length < offsets.length && offsets[places.length]! < before) places.push(place);
  };
  let quote: string | undefined;
  let block = Number.POSITIVE_INFINITY;
  for (let start = 0; places.length < offsets.length && start <= text.length; ) {
    const end = lineEnd(text, start);
    const inBlock = quote === undefined && isBlockLine(text, start, end, block);
    if (inBlock) mark(end + 1, "block");
    else {
      block = Number.POSITIVE_INFINITY;
      const line = readLine(text, start, end, quote, mark);
      if (line.quote === undefined && quote === undefined) block = blockIndent(text, start, line.codeEnd);
      quote = line.quote;
    }
    start = end + 1;
  }
  return places;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

/** Reads a line outside block scalars: where its comment begins, and the quote that stays open behind it. */
function readLine(
  text: string,
  start: number,
  end: number,
  open: string | undefined,
  mark: (before: number, place: TextPlace) => void,
): { codeEnd: number; quote: string | undefined } {
  let quote = open;
  for (let i = start; i < end; i++) {
    const c = text[i]!;
    if (c === "{" && text[i + 1] === "{") {
      mark(i + 1, quote === undefined ? "plain" : "quoted");
      const close = text.indexOf("}}", i + 2);
      if (close !== -1 && close < end) i = close + 1;
    } else if (quote !== undefined) {
      const doubled = c === "'" && text[i + 1] === "'";
      if ((quote === '"' && c === "\\") || (quote === "'" && doubled)) i++;
      else if (c === quote) quote = undefined;
    } else if ((c === '"' || c === "'") && opensQuote(text, start, i)) {
      quote = c;
    } else if (c === "#" && (i === start || text[i - 1] === " " || text[i - 1] === "\t")) {
      mark(end + 1, "comment");
      return { codeEnd: i, quote };
    }
  }
  mark(end + 1, quote === undefined ? "plain" : "quoted");
  return { codeEnd: end, quote };
}

/** How much is looked at before a quote: a line may be a whole JSON document. */
const LOOK_BACK = 200;
const LINE_LEAD = /^[ \t]*(?:[-?][ \t]+)*(?:---[ \t]+)?(?:[!&]\S*[ \t]+)*$/;
const AFTER_INDICATOR = /[:,[{]\s*(?:[!&]\S*\s+)*$/;

/** A quote opens a scalar where one may begin; elsewhere, as in `it's`, it is a letter. */
function opensQuote(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - LOOK_BACK), at);
  return AFTER_INDICATOR.test(before) || (at - start <= LOOK_BACK && LINE_LEAD.test(before));
}

/** The indentation that the lines of a block scalar exceed, where this line begins one. */
function blockIndent(text: string, start: number, codeEnd: number): number {
  const code = text.slice(start, codeEnd);
  if (!code.includes("|") && !code.includes(">")) return Number.POSITIVE_INFINITY;
  LEAD.lastIndex = 0;
  const lead = LEAD.exec(code)![0];
  if (!BLOCK_HEADER.test(code)) return Number.POSITIVE_INFINITY;
  const alone = BLOCK_HEADER.exec(code.slice(lead.length))?.index === 0;
  if (!alone || code.startsWith("---")) return code.startsWith("---") ? -1 : lead.length;
  return lead.lastIndexOf("-");
}

function isBlockLine(text: string, start: number, end: number, block: number): boolean {
  if (block === Number.POSITIVE_INFINITY) return false;
  let indent = 0;
  while (start + indent < end && text[start + indent] === " ") indent++;
  return start + indent === end || text[start + indent] === "\r" || indent > block;
}
