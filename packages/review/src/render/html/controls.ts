import { IMPACTS, type Review, SEVERITIES } from "../../model";
import { printable } from "../printable";
import { IMPACT_WORDS } from "../verdict";
import { type Html, html } from "./html";

/** What a key does, in the order of the help. */
const KEYS: readonly (readonly [keys: string[], does: string])[] = [
  [["j", "k"], "next and previous change; arrows too, once on one"],
  [["n", "p"], "next and previous group of profiles"],
  [["r"], "next risk"],
  [["o"], "fold or unfold the group"],
  [["e"], "unfold all, or fold all"],
  [["/"], "search"],
  [["Esc"], "clear search and filters"],
  [["s"], "side by side or inline"],
  [["t"], "light, dark, or as the system has it"],
  [["?"], "this help"],
];

/** Search, filters and switches: hidden until the script that they need runs. Filters of one choice are left out. */
export function controls({ resources, counts }: Review, stacks: readonly string[]): Html {
  const impacts = IMPACTS.filter((impact) => impact !== "no-op" && counts.resources[impact] > 0);
  const severities = SEVERITIES.filter((severity) => counts.risks[severity] > 0);
  const touched = (stack: string) => resources.filter((each) => each.stack === stack && each.impact !== "no-op").length;
  return html`<form id="controls" role="search" aria-label="Changes" hidden>
<div class="bar"><label class="search"><span class="sr">Search names, paths and values</span><input type="search" id="query" placeholder="Search names, paths, values" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
<output id="shown" aria-live="polite"></output>
<span class="buttons"><button type="button" id="fold">Unfold all</button><button type="button" id="view" aria-pressed="true">Side by side</button><button type="button" id="theme">Theme: system</button><button type="button" id="keys">Keys <kbd>?</kbd></button></span></div>
<div class="filters">${chips(
    "Risk",
    "s",
    severities.map((severity) => [severity, severity, counts.risks[severity]]),
  )}${
    impacts.length > 1 &&
    chips(
      "Impact",
      "i",
      impacts.map((impact) => [impact, IMPACT_WORDS[impact].word.replace(/,.*/, ""), counts.resources[impact]]),
    )
  }${
    stacks.length > 1 &&
    chips(
      "Stack",
      "k",
      stacks.map((stack, at) => [String(at), printable(stack), touched(stack)]),
    )
  }</div></form>`;
}

/** What the keys do; single keys can be switched off, for those who speak to their computer. */
export function help(): Html {
  return html`<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">Keys</h2><dl>${KEYS.map(
    ([keys, does]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd></div>`,
  )}</dl><p><label><input type="checkbox" id="single" checked> Single keys are on</label></p><form method="dialog"><button>Close</button></form></dialog>`;
}

function chips(
  legend: string,
  name: string,
  choices: readonly (readonly [value: string, text: string, number: number])[],
): Html | false {
  return (
    choices.length > 0 &&
    html`<fieldset><legend>${legend}</legend>${choices.map(
      ([value, text, number]) =>
        html`<label class="chip"><input type="checkbox" name="${name}" value="${value}"><span>${text} <small>${number}</small></span></label>`,
    )}</fieldset>`
  );
}
