import { isSecretName, isSecretPath, type ProfileChange, pathSteps, UNKNOWN } from "@palette-profiles/profiles";
import type { ReviewChange, ReviewValue } from "../model";
import { isSecretText } from "./secret-text";

const MASKED = { masked: true } as const;

/**
 * A change as it may be shown: what is or looks like a secret is replaced by a mark, and so is a whole text, which is
 * told by its length. Nothing masked is left in the result.
 */
export function maskChange(change: ProfileChange): ReviewChange {
  const { before, after, ...rest } = change;
  const sides: Pick<ReviewChange, "before" | "after"> = {};
  const places = change.kind === "move" || (change.kind === "rename" && change.sensitive !== true);
  const steps = change.within ? pathSteps(change.path) : [];
  const hidden =
    change.sensitive === true ||
    isSecretPath(steps) ||
    isSecretProperty(change) ||
    (change.variable !== undefined && hidesVariable(change));
  const show = (value: unknown): ReviewValue => {
    if (places) return value as ReviewValue;
    if (value === UNKNOWN) return { unknown: true };
    if (change.path === "" && change.within) return { lines: lineCount(value) };
    return hidden && !isHarmless(value, change) ? MASKED : maskValue(value);
  };
  if ("before" in change) sides.before = show(before);
  if ("after" in change) sides.after = show(after);
  const masked = sides.before === MASKED || sides.after === MASKED;
  // Where one side is masked, the other is: it may be a part of it. And a list entry may be known by a secret.
  if (masked && sides.before !== undefined) sides.before = MASKED;
  if (masked && sides.after !== undefined && !isUnknown(sides.after)) sides.after = MASKED;
  const path = change.sensitive ? hideMarks(change.path) : change.path;
  return { ...rest, path, ...sides, ...(masked ? { sensitive: true } : {}) };
}

/** Switches and empty values tell nothing, unless the engine or the profile says that they are secret. */
function isHarmless(value: unknown, change: ProfileChange): boolean {
  return change.sensitive !== true && (typeof value === "boolean" || value === null || value === "");
}

/** A service's property, `properties.dbRootPassword`: the official provider's users write passwords there. */
function isSecretProperty({ path, within }: ProfileChange): boolean {
  const [attribute, ...name] = path.split(".");
  if (within !== undefined || name.length === 0) return false;
  return attribute === "sensitiveProperties" || isSecretName(name.join("."));
}

/** A variable's default is shown unless the variable's name looks like a secret's. */
function hidesVariable(change: ProfileChange): boolean {
  return (change.path === "defaultValue" || change.path === "options") && isSecretName(change.variable!);
}

/** A value of any depth, with the secrets in it masked. */
export function maskValue(value: unknown): ReviewValue {
  if (value === UNKNOWN) return { unknown: true };
  if (typeof value === "string") return isSecretText(value) ? MASKED : value;
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(maskValue);
  if (typeof value !== "object") return null;
  const map = value as Record<string, unknown>;
  const entries = Object.entries(map).map(([key, inner]): [string, ReviewValue] => {
    const inSecret = map.kind === "Secret" && (key === "data" || key === "stringData");
    const named = key === "value" && typeof map.name === "string" && isSecretName(map.name);
    const harmless = typeof inner === "boolean" || inner === null || inner === "";
    return [key, (inSecret || named || isSecretName(key)) && !harmless ? MASKED : maskValue(inner)];
  });
  return Object.fromEntries(entries);
}

function hideMarks(path: string): string {
  return path.replace(/\[([^\]"=]+)=(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]/g, "[$1=(masked)]");
}

function lineCount(value: unknown): number {
  return typeof value === "string" ? value.trimEnd().split("\n").length : maskedLines(value);
}

/** A text that was added or removed arrives parsed: its entries stand for its lines. */
function maskedLines(value: unknown): number {
  if (value === null || typeof value !== "object") return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + maskedLines(inner), Array.isArray(value) ? 0 : 1);
}

function isUnknown(value: ReviewValue): boolean {
  return typeof value === "object" && value !== null && "unknown" in value;
}
