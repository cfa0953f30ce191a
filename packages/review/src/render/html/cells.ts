import type { ReviewChange, ReviewValue } from "../../model";
import { count, type ValueStyle } from "../value";
import { type Html, html } from "./html";
import { type Hunk, hunksOf } from "./hunks";
import { marked } from "./marked";
import { valueLines } from "./value-lines";

/** Longer texts that come or go as a whole are folded. */
const FOLD = 24;
/** Most lines of a side in one place, and characters of a line: what is left out is said. */
const MOST_LINES = 1000;
const MOST_CHARACTERS = 2000;

/** The two cells of a change, before and after; long values as one cell with both texts, line by line. */
export function changeCells(change: ReviewChange): Html {
  const [before, after] = [sideLines(change, "before"), sideLines(change, "after")];
  if ((before?.length ?? 0) > 1 || (after?.length ?? 0) > 1) {
    return html`<td colspan="2">${textBlock(before ?? [], after ?? [])}</td>`;
  }
  if (before === undefined || after === undefined) {
    return html`<td>${before && html`<del>${cut(before[0])}</del>`}</td><td>${after && html`<ins>${cut(after[0])}</ins>`}</td>`;
  }
  if (before[0] === after[0] && change.sensitive) {
    return html`<td><del>${before[0]}</del></td><td><ins>(masked, changed)</ins></td>`;
  }
  const [left, right] = marked(cut(before[0]), cut(after[0]));
  return html`<td><del>${left}</del></td><td><ins>${right}</ins></td>`;
}

/** A value alone; a long one folded. */
export function valueBlock(value: ReviewValue | undefined, style: ValueStyle): Html {
  const lines = valueLines(value, style);
  return lines.length === 1 ? html`<code>${cut(lines[0])}</code>` : folded(lines, html`<pre>${lines.join("\n")}</pre>`);
}

/** How a value of a change is written: attributes of a profile need no quotes. */
export function styleOf({ within, path }: ReviewChange): ValueStyle {
  return within !== undefined && path !== "presets" ? "leaf" : "attribute";
}

/** Undefined where there is nothing on this side. */
function sideLines(change: ReviewChange, side: "before" | "after"): string[] | undefined {
  if (change.kind === (side === "before" ? "add" : "remove")) return undefined;
  if (side in change) return valueLines(change[side], styleOf(change));
  return change.sensitive ? ["(masked)"] : undefined;
}

function textBlock(before: string[], after: string[]): Html {
  const body = html`<div class="text">${hunksOf(before, after).map(hunkHtml)}</div>`;
  if (before.length > 0 && after.length > 0) return body;
  return folded([...before, ...after], body);
}

function folded(lines: string[], body: Html): Html {
  return lines.length <= FOLD
    ? body
    : html`<details><summary>${count(lines.length, "line")}</summary>${body}</details>`;
}

function hunkHtml(hunk: Hunk): Html {
  if ("before" in hunk) {
    const [before, after] = [hunk.before, hunk.after].map((lines) => lines.slice(0, MOST_LINES).map(cut));
    // As many lines on both sides are most likely the same ones, changed.
    const pairs = before!.length === after!.length ? before!.map((line, at) => marked(line, after![at]!)) : undefined;
    const olds = pairs?.map(([old]) => old) ?? before!;
    const news = pairs?.map(([, its]) => its) ?? after!;
    return html`<div><pre>${olds.map((line) => html`<del>${line}</del>`)}${leftOut(hunk.before)}</pre><pre>${news.map(
      (line) => html`<ins>${line}</ins>`,
    )}${leftOut(hunk.after)}</pre></div>`;
  }
  const same = html`${hunk.same.map((line) => html`<span>${cut(line)}</span>`)}`;
  return html`${hunk.same.length > 0 && html`<div class="same"><pre>${same}</pre><pre class="twin">${same}</pre></div>`}${
    hunk.hidden && html`<p class="gap">${count(hunk.hidden, "unchanged line")}</p>`
  }`;
}

function leftOut(lines: string[]): Html | false {
  return lines.length > MOST_LINES && html`<em>${count(lines.length - MOST_LINES, "more line")}, not shown</em>`;
}

function cut(line = ""): string {
  if (line.length <= MOST_CHARACTERS) return line;
  const kept = line.slice(0, MOST_CHARACTERS).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept} ... (${count(line.length - kept.length, "more character")}, not shown)`;
}
