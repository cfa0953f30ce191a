import { diffYaml } from "@palette-profiles/profiles";
import {
  type AnyValues,
  type Attributes,
  type Change,
  diffValues,
  hasUnknown,
  isEmpty,
  isObject,
  UNKNOWN,
} from "@palette-profiles/resource-kit";

/** One difference between two contents of a version, as people read it. */
export interface ContentChange {
  /** Tiers are the layers of an app profile. */
  part: "layers" | "variables" | "tags" | "other";
  kind: Change["kind"];
  /** `argo-cd > charts.argo-cd.server.replicas`. Never a value: it may be a secret. */
  place: string;
}

/**
 * How the content of a version differs, by meaning: formatting, uids and a moved train are nothing. What is unknown on
 * either side is left out, since it may turn out to be the same.
 * @param content what a version holds, without what Palette gives.
 */
export function contentChangesIn(content: Attributes, before: AnyValues, after: AnyValues): ContentChange[] {
  const [left, right] = [normal(before), normal(after)];
  return diffValues(content, left, right)
    .filter((change) => isCertain(change, left, right) && !(isEmpty(change.before) && isEmpty(change.after)))
    .flatMap(told);
}

/** `a`, `b`, `c` and 4 more. */
export function listPlaces(changes: readonly ContentChange[], most = 10): string {
  const places = changes.map(({ place }) => place);
  const rest = places.length - most;
  return rest > 0 ? `${places.slice(0, most).join("; ")}; and ${rest} more` : places.join("; ");
}

/** Absent and empty are one to Palette; each variable is a change of its own, also where there were none. */
function normal(it: AnyValues): AnyValues {
  return {
    ...it,
    tags: it.tags ?? [],
    description: it.description ?? "",
    profileVariables: it.profileVariables ?? { variables: [] },
  };
}

/** In a list with an element that is not known, any element may be missing or in its place. */
function isCertain(change: Change, ...sides: AnyValues[]): boolean {
  if (change.before === UNKNOWN || change.after === UNKNOWN) return false;
  const [name = ""] = change.path;
  const inElement = change.path.length > (name === "profileVariables" ? 3 : 2);
  if (!inElement && sides.some((side) => hasUnknownKey(listIn(side, name)))) return false;
  const isElement = change.kind !== "change" && isObject(change.after ?? change.before);
  return isElement || !(hasUnknown(change.before) || hasUnknown(change.after));
}

function listIn(side: AnyValues, name: string): unknown {
  const value = side[name];
  return name === "profileVariables" && isObject(value) ? value.variables : value;
}

function hasUnknownKey(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.some((each: unknown) => each === UNKNOWN || (isObject(each) && hasUnknown([each.name, each.values])))
  );
}

function told(change: Change): ContentChange[] {
  const { path, kind, before, after } = change;
  const [name = "", ...rest] = path;
  if (name === "packs" || name === "tiers") {
    const [layer = "", ...inner] = rest;
    const place = [layer, ...(inner[0] === "manifests" ? [`manifest ${inner[1]}`, ...inner.slice(2)] : inner)];
    const last = inner.at(-1);
    const isYaml = last === "values" || last === "content" || last === "overrides";
    if (isYaml && typeof before === "string" && typeof after === "string") {
      return diffYaml(before, after).changes.map((leaf) => ({
        part: "layers",
        kind: leaf.kind,
        place: [...place.slice(0, -1), leaf.path || (last ?? "")].join(" > "),
      }));
    }
    return [{ part: "layers", kind, place: `${place.join(" > ")}${mark(change, inner)}` }];
  }
  if (name === "profileVariables") {
    const [, variable = "", ...inner] = rest;
    const place = [`variable ${variable}`, ...inner].join(" > ");
    return [{ part: "variables", kind, place: `${place}${mark(change, inner)}` }];
  }
  return [{ part: name === "tags" ? "tags" : "other", kind, place: name }];
}

/** Says of a whole layer, manifest or variable what happened to it. */
function mark({ kind }: Change, inner: readonly string[]): string {
  const words = { add: " (added)", remove: " (removed)", move: " (moved)", change: "" };
  return inner.length === 0 || kind === "move" || inner[0] === "manifests" ? words[kind] : "";
}

/** A block without what Palette gives, in it and in its inner blocks. */
export function without<A extends { attributes: Attributes }>(block: A, names: readonly string[]): A {
  const kept = Object.entries(block.attributes).filter(([name]) => !names.includes(name));
  const inner = kept.map(([name, each]) => [name, "attributes" in each ? without(each, ["uid"]) : each]) as [
    string,
    Attributes[string],
  ][];
  return { ...block, attributes: Object.fromEntries(inner) };
}
