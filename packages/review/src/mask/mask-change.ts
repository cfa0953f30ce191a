import {
  indexPath,
  isSecretName,
  isSecretPath,
  keyPath,
  markPath,
  type ProfileChange,
  pathSteps,
  UNKNOWN,
} from "@palette-profiles/profiles";
import type { ReviewChange, ReviewValue } from "../model";
import type { HashValue } from "./hash-value";
import type { PlaceTest } from "./masking";
import { isSecretText } from "./secret-text";
import { type Certainty, certaintyOf } from "./text-secrets";

/** What masking goes by besides the change itself. */
export interface MaskContext {
  hash: HashValue;
  /** Places that are masked too. */
  mask?: PlaceTest;
  /** Places that are shown though they look like secrets. */
  show?: PlaceTest;
  /** Is told each value that is masked, and how sure that is. */
  found: (value: unknown, certainty: Certainty) => void;
  /** Is told each text that is shown because the configuration says so. */
  shown: (value: string) => void;
}

/** What makes a value secret: nothing, something that `show` may overrule, or a declaration. */
type Reason = Certainty | undefined;

/**
 * A change as it may be shown: what is or looks like a secret is replaced by a mark, and so is a whole text, which is
 * told by its length. What a masked change holds besides its place is left out.
 */
export function maskChange(change: ProfileChange, context: MaskContext): ReviewChange {
  const { before, after, ...rest } = change;
  const value = new ValueMask(context, ownerPlace(change));
  const reason = reasonOf(change, context, value.placeOf(change.path));
  const sides: Pick<ReviewChange, "before" | "after"> = {};
  if ("before" in change) sides.before = value.side(before, change, reason);
  if ("after" in change) sides.after = value.side(after, change, reason);
  if (!isMasked(sides.before) && !isMasked(sides.after)) return { ...rest, ...sides };
  return maskSides({ ...rest, ...sides }, before, after, context.hash);
}

/** What a masked change holds besides its values. */
const PLACE: ReadonlySet<string> = new Set(["layer", "variable", "manifest", "path", "kind", "within", "sensitive"]);

/** Masks both sides: where one is secret, the other may be a part of it. And where an engine marked all, a list entry may be known by a secret. */
export function maskSides(change: ReviewChange, before: unknown, after: unknown, hash: HashValue): ReviewChange {
  const place: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(change)) if (PLACE.has(field)) place[field] = value;
  const result = place as unknown as ReviewChange;
  if (change.sensitive === true) result.path = hideMarks(change.path);
  if ("before" in change) result.before = maskedSide(change.before, before, hash);
  if ("after" in change) result.after = maskedSide(change.after, after, hash);
  result.sensitive = true;
  return result;
}

function maskedSide(side: ReviewValue | undefined, value: unknown, hash: HashValue): ReviewValue {
  return isUnknown(side) || isMasked(side) ? side! : masked(value, hash);
}

/** The mark in place of a value. */
export function masked(value: unknown, hash: HashValue): { masked: true; hash?: string } {
  const digits = hash(value);
  return digits === undefined ? { masked: true } : { masked: true, hash: digits };
}

export function isMasked(value: ReviewValue | undefined): boolean {
  return typeof value === "object" && value !== null && "masked" in value && value.masked === true;
}

function reasonOf(change: ProfileChange, { mask, show }: MaskContext, place: string): Reason {
  // A text that an engine marked is secret as a whole; that does not make a secret of each word in it.
  if (change.sensitive === true) return change.within === undefined ? "declared" : "marked";
  if (mask?.(place)) return "declared";
  if (show?.(place)) return undefined;
  return nameReason(change);
}

function nameReason(change: ProfileChange): Reason {
  const { variable, path, within } = change;
  if (within !== undefined) {
    const steps = pathSteps(path);
    const name = steps.findLast((step) => "key" in step);
    return isSecretPath(steps) ? certaintyOf(name !== undefined && "key" in name ? name.key : "") : undefined;
  }
  // A variable's default, and a service's property, `properties.dbRootPassword`: the official provider's users write passwords there.
  const isDefault = path === "defaultValue" || path === "options";
  if (variable !== undefined && isDefault && isSecretName(variable)) return "named";
  const [attribute, ...name] = path.split(".");
  if (name.length === 0) return undefined;
  return attribute === "sensitiveProperties" || isSecretName(name.join(".")) ? "named" : undefined;
}

/** Where in the profile: `argo-cd > manifest web`. */
function ownerPlace({ layer, variable, manifest }: ProfileChange): string {
  const parts = [layer, manifest && `manifest ${manifest}`, variable && `variable ${variable}`];
  return parts.filter((part) => part !== undefined && part !== "").join(" > ");
}

/** Masks the values of one change, in which places are named behind their owner's. */
class ValueMask {
  constructor(
    private readonly context: MaskContext,
    private readonly owner: string,
  ) {}

  placeOf(path: string): string {
    return this.owner === "" || path === "" ? `${this.owner}${path}` : `${this.owner} > ${path}`;
  }

  side(value: unknown, change: ProfileChange, reason: Reason): ReviewValue {
    // Moves tell places, and renames tell names.
    if (change.kind === "move" || (change.kind === "rename" && change.sensitive !== true)) return value as ReviewValue;
    if (value === UNKNOWN) return { unknown: true };
    if (change.path === "" && change.within) return { lines: lineCount(value) };
    if (reason === undefined || (change.sensitive !== true && isHarmless(value))) return this.value(value, change.path);
    return this.mask(value, reason);
  }

  private mask(value: unknown, reason: Certainty): ReviewValue {
    this.context.found(value, reason);
    return masked(value, this.context.hash);
  }

  /** A value of any depth, with the secrets in it masked. */
  private value(value: unknown, path: string): ReviewValue {
    if (value === UNKNOWN) return { unknown: true };
    if (typeof value === "string") return this.text(value, path);
    if (value === null || typeof value === "number" || typeof value === "boolean") return value;
    if (Array.isArray(value)) return value.map((item, index) => this.value(item, entryPath(path, item, index)));
    if (typeof value !== "object") return null;
    const map = value as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(map).map(([key, inner]): [string, ReviewValue] => {
        const at = keyPath(path, key);
        const reason = isHarmless(inner) ? undefined : this.reasonIn(map, key, at);
        return [key, reason === undefined ? this.value(inner, at) : this.mask(inner, reason)];
      }),
    );
  }

  private reasonIn(map: Record<string, unknown>, key: string, path: string): Reason {
    const { mask, show } = this.context;
    if (map.kind === "Secret" && (key === "data" || key === "stringData")) return "declared";
    if (mask?.(this.placeOf(path))) return "declared";
    if (show?.(this.placeOf(path))) return undefined;
    if (isSecretName(key)) return certaintyOf(key);
    return key === "value" && typeof map.name === "string" && isSecretName(map.name) ? "named" : undefined;
  }

  private text(text: string, path: string): ReviewValue {
    if (this.context.show?.(this.placeOf(path))) {
      this.context.shown(text);
      return text;
    }
    return isSecretText(text) ? this.mask(text, "guessed") : text;
  }
}

/** An entry of a list goes by its name where it has one, as in the diff. */
function entryPath(path: string, item: unknown, index: number): string {
  const name = item !== null && typeof item === "object" ? (item as { name?: unknown }).name : undefined;
  return typeof name === "string" ? markPath(path, "name", name) : indexPath(path, index);
}

/** Switches and empty values tell nothing, unless the engine or the profile says that they are secret. A reference tells what is referred to. */
function isHarmless(value: unknown): boolean {
  return typeof value === "boolean" || value === null || value === "" || isReference(value);
}

/** A variable or a macro and no more, `{{.spectro.var.db_password}}`. */
function isReference(value: unknown): boolean {
  return typeof value === "string" && /^\s*\{\{[^{}"'`]*\}\}\s*$/.test(value);
}

/** A path, or a text with paths in it, without what the entries of lists are known by. */
export function hideMarks(path: string): string {
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

function isUnknown(value: ReviewValue | undefined): boolean {
  return typeof value === "object" && value !== null && "unknown" in value;
}
