import type { Impact, ReviewChange, ReviewValue } from "../model";
import { printable } from "./printable";
import { count, renderPair, renderValue, type ValueStyle } from "./value";

/** One change on one line, apart so that renderers may set its parts. */
export interface ChangeLine {
  kind: ReviewChange["kind"];
  /** Where: `argo-cd > charts.argo-cd.server.replicas`. */
  subject: string;
  /** What: `1 -> 2`. */
  text: string;
}

/** In a new profile everything is added: there the value alone says enough. `part` is what the profile is made of. */
export function changeLine(change: ReviewChange, impact: Impact, part = "layer"): ChangeLine {
  const isNew = impact === "create" && change.kind === "add" && change.sensitive !== true;
  return {
    kind: change.kind,
    subject: printable(subjectOf(change)),
    text: isNew ? newText(change, part) : textOf(change),
  };
}

function newText(change: ReviewChange, part: string): string {
  if (change.layer !== undefined && change.manifest === undefined && isWhole(change))
    return layerText(change.after, part).trim();
  return isWhole(change) ? "new" : renderValue(change.after, "attribute");
}

function subjectOf(change: ReviewChange): string {
  const parts: string[] = [];
  if (change.layer !== undefined) parts.push(change.layer);
  if (change.manifest !== undefined) parts.push(`manifest ${change.manifest}`);
  if (change.variable !== undefined) parts.push(`variable ${change.variable}`);
  const path = change.path === "" && change.within ? change.within : attributeName(change);
  // What lies in values or a manifest needs no further word: those are what a layer or a manifest is.
  if (change.within === "overrides" && path !== change.within) parts.push("overrides");
  if (path !== "") parts.push(path);
  return parts.join(" > ");
}

/** Attributes are called as users write them; a property has the name that the service gives it. */
function attributeName({ path, within }: ReviewChange): string {
  if (within) return path;
  const [attribute = "", ...property] = path.split(".");
  return [attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), ...property].join(".");
}

function textOf(change: ReviewChange): string {
  const style: ValueStyle = change.within && change.path !== "presets" ? "leaf" : "attribute";
  switch (change.kind) {
    case "move":
      return `moved ${renderValue(change.before, style)} -> ${renderValue(change.after, style)}`;
    case "rename":
      return `renamed to ${renderValue(change.after, "attribute")}`;
    case "add":
      return change.sensitive ? "(masked, added)" : added(change, style);
    case "remove":
      return change.sensitive ? "(masked, removed)" : removed(change, style);
    case "change":
      if (change.sensitive) return maskedPair(change);
      return "before" in change
        ? renderPair(change.before, change.after, style)
        : `-> ${renderValue(change.after, style)}`;
  }
}

/** Hashes tell whether it is the same secret elsewhere, and nothing else. */
function maskedPair({ before, after }: ReviewChange): string {
  if (isUnknown(after)) return "(masked) -> (known after apply)";
  const [left, right] = [hashOf(before), hashOf(after)];
  return left === undefined || right === undefined ? "(masked, changed)" : `(masked ${left} -> ${right})`;
}

function hashOf(value: ReviewValue | undefined): string | undefined {
  const { masked, hash } = (value ?? {}) as { masked?: unknown; hash?: unknown };
  return masked === true && typeof hash === "string" ? hash : undefined;
}

function added(change: ReviewChange, style: ValueStyle): string {
  if (isWhole(change)) return `added${layerText(change.after, "at")}`;
  return `added ${renderValue(change.after, style)}`;
}

function removed(change: ReviewChange, style: ValueStyle): string {
  if (isWhole(change)) return `removed${layerText(change.before, "from")}`;
  return `removed (was ${renderValue(change.before, style)})`;
}

/** A layer, manifest or variable as a whole. */
function isWhole(change: ReviewChange): boolean {
  return change.path === "" && change.within === undefined;
}

function layerText(summary: ReviewValue | undefined, preposition: string): string {
  if (summary === undefined || summary === null || typeof summary !== "object" || Array.isArray(summary)) return "";
  const layer = summary as { [key: string]: ReviewValue };
  const manifests = Array.isArray(layer.manifests) ? layer.manifests : [];
  const facts = [
    [layer.type, layer.packName, layer.tag].filter((fact) => typeof fact === "string").join(" "),
    typeof layer.registryName === "string" ? `from ${layer.registryName}` : "",
    typeof layer.valuesLines === "number" ? `${count(layer.valuesLines, "line")} of values` : "",
    typeof layer.overridesLines === "number" ? `${count(layer.overridesLines, "line")} of overrides` : "",
    manifests.length > 0 ? `${manifests.length === 1 ? "manifest" : "manifests"} ${manifests.join(", ")}` : "",
  ].filter((fact) => fact !== "");
  return ` ${preposition} ${String(layer.place)}${facts.length > 0 ? ` (${printable(facts.join(", "))})` : ""}`;
}

function isUnknown(value: ReviewValue | undefined): boolean {
  return typeof value === "object" && value !== null && "unknown" in value;
}
