import { createHash } from "node:crypto";
import type { Review } from "../../model";
import { sectionsOf } from "../../sections";
import { printable } from "../printable";
import { count } from "../value";
import { fullLabel, verdictLines } from "../verdict";
import { CLIENT, STYLE } from "./assets.generated";
import { controls, help } from "./controls";
import { driftPart } from "./drift";
import { Html, html } from "./html";
import { stacksOf } from "./names";
import { groupRisks, placeRisks } from "./placed-risks";
import { risksPart } from "./risks";
import { changesPart } from "./sections";

export interface HtmlOptions {
  /** What the page is of, its heading: `Palette review` by default. */
  title?: string;
}

const LARGE = 500;

/**
 * The review as one HTML file that needs no network, opens from disk, and reads without its script: that one only searches, filters and
 * moves by keys. Its policy (CSP) lets no other script run, and nothing load.
 */
export function renderHtml(review: Review, { title = "Palette review" }: HtmlOptions = {}): string {
  const sections = sectionsOf(review);
  const groups = groupRisks(review.risks);
  const placed = placeRisks(sections, groups);
  const stacks = stacksOf(review);
  const [verdict, ...more] = verdictLines(review);
  const policy = [
    "default-src 'none'",
    "img-src data:",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(CLIENT)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "trusted-types 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  // There, what is out of sight is laid out when it comes near.
  const isLarge = review.counts.changes > LARGE;
  return html`<!doctype html>
<html lang="en" data-view="side"${isLarge && html` data-size="large"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="palette-profiles review">
<title>${printable(title)}: ${verdict}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the review</a>
<header><h1>${printable(title)}</h1><p class="verdict">${verdict}</p>${more.map((line) => html`<p class="more">${line}</p>`)}</header>
${controls(review, stacks)}
<main id="main" tabindex="-1">
<p id="nothing" hidden>Nothing matches. <button type="button" id="clear">Clear search and filters</button></p>
${risksPart(review, groups, stacks)}
${changesPart(sections, placed, stacks)}
${driftPart(review, stacks)}
${notesPart(review)}
${unchangedPart(review)}
</main>
${help()}
<script>${new Html(CLIENT)}</script>
</body>
</html>
`.text;
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function notesPart({ notes }: Review): Html | false {
  return (
    notes.length > 0 &&
    html`<section aria-labelledby="notes"><h2 id="notes">Notes</h2><ul>${notes.map((note) => html`<li>${printable(note)}</li>`)}</ul></section>`
  );
}

function unchangedPart({ resources }: Review): Html | false {
  const names = resources.filter(({ impact }) => impact === "no-op").map(fullLabel);
  return (
    names.length > 0 &&
    html`<details class="unchanged"><summary><h2>Unchanged <small>${count(names.length, "profile")}</small></h2></summary><p>${names.join(", ")}</p></details>`
  );
}
