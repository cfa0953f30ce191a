import type { Reach, Review, ReviewResource } from "../../model";
import { printable } from "../printable";
import { count } from "../value";
import { type Html, html } from "./html";

/** From so many names on, a list of them is folded. */
const FOLD = 8;

/** The stacks of a review in the order in which they first stand; none where inputs name none. */
export function stacksOf({ resources }: Review): string[] {
  return [...new Set(resources.flatMap(({ stack }) => (stack === undefined ? [] : [stack])))].sort();
}

/** Names in a row; many of them folded under what they are. */
export function nameList(what: string, names: readonly string[]): Html {
  const list = html`${names.map((name, at) => html`${at > 0 && ", "}<b>${printable(name)}</b>`)}`;
  if (names.length === 0) return html`<p class="names">${what}</p>`;
  return names.length <= FOLD
    ? html`<p class="names">${what} ${list}</p>`
    : html`<details class="names"><summary>${what.replace(/:$/, "")}</summary><p>${list}</p></details>`;
}

/** Whom profiles reach, each cluster and template once; nothing where that is not known. */
export function reachLists(resources: readonly ReviewResource[]): Html[] {
  const known = resources.flatMap(({ reach }) => (reach === undefined ? [] : [reach]));
  if (known.length === 0) return [];
  const distinct = (field: keyof Reach) => [...new Set(known.flatMap((reach) => reach[field]))].sort();
  const [clusters, templates] = [distinct("clusters"), distinct("templates")];
  return [
    nameList(`Used by ${count(clusters.length, "cluster")}${clusters.length > 0 ? ":" : ""}`, clusters),
    ...(templates.length > 0 ? [nameList(`Used by ${count(templates.length, "template")}:`, templates)] : []),
  ];
}
