import { isJsonObject, type JsonObject, objectOf, textOf, textsOf } from "./json";

/** A step of a preview, in whichever shape it was written. */
export interface PulumiStep {
  op: string;
  urn: string;
  type: string;
  /** The resource before, as in the state: `inputs` and `outputs`. */
  old?: JsonObject;
  new?: JsonObject;
  /** Properties that force a replacement. */
  replaceReasons: string[];
  /** Properties that change; undefined where the provider does not tell. */
  changed?: string[];
}

/** A step of the document that `pulumi preview --json` writes. */
export function stepOfDigest(it: unknown): PulumiStep {
  const step = objectOf(it);
  const [before, after] = [objectOf(step.oldState), objectOf(step.newState)];
  return {
    op: textOf(step.op) ?? "",
    urn: textOf(step.urn) ?? "",
    type: textOf(after.type) ?? textOf(before.type) ?? typeOfUrn(textOf(step.urn) ?? ""),
    ...(isJsonObject(step.oldState) ? { old: before } : {}),
    ...(isJsonObject(step.newState) ? { new: after } : {}),
    replaceReasons: textsOf(step.replaceReasons),
    ...changedIn(step.detailedDiff, step.diffReasons),
  };
}

/** The metadata of an event in Pulumi's stream. */
export function stepOfEvent(it: unknown): PulumiStep {
  const step = objectOf(it);
  return {
    op: textOf(step.op) ?? "",
    urn: textOf(step.urn) ?? "",
    type: textOf(step.type) ?? typeOfUrn(textOf(step.urn) ?? ""),
    ...(isJsonObject(step.old) ? { old: step.old } : {}),
    ...(isJsonObject(step.new) ? { new: step.new } : {}),
    replaceReasons: textsOf(step.keys),
    ...changedIn(step.detailedDiff, step.diffs),
  };
}

/** By path where the provider tells, else by property. */
function changedIn(detailed: unknown, properties: unknown): Pick<PulumiStep, "changed"> {
  if (isJsonObject(detailed)) return { changed: Object.keys(detailed) };
  return Array.isArray(properties) ? { changed: textsOf(properties) } : {};
}

/** `palette:index:ClusterProfile` of `urn:pulumi:dev::shop::my:Stack$palette:index:ClusterProfile::platform`. */
function typeOfUrn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** What tells the resource from others of its stack: the URN without the stack and the project. */
export function addressOf(urn: string): string {
  return urn.startsWith("urn:pulumi:") ? urn.split("::").slice(2).join("::") : urn;
}

/** The last part of a URN, the name in the program. */
export function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
