import { diffAppProfiles, diffProfiles, isProfileVersion, sameVersion } from "@palette-profiles/profiles";
import type { AnyProfile, Impact, Kind, ResourceInput, ReviewInput } from "../model";
import { isJsonObject, type JsonObject, listOf, objectOf, textOf } from "./json";
import type { MarkedObject } from "./marked-object";
import { checkNesting } from "./nesting";
import { readProfile } from "./profile-attributes";
import { systemResources } from "./system-impact";
import { kindOf, PROFILE_TYPES } from "./terraform-types";

/** A profile as a configuration has it. */
interface Configured {
  address: string;
  type: string;
  kind: Kind;
  profile: AnyProfile;
  inPlace: boolean;
}

/**
 * Compares two configurations in Terraform's JSON syntax, such as the `cdk.tf.json` that CDKTF writes for a stack at two git refs. What the
 * state and Palette hold is not known: a profile is made where only the second has it. Expressions (`${var.tag}`) are compared as
 * they are written.
 *
 * @param before undefined where there is no such stack; `after` likewise
 * @throws Error when one of them is no configuration
 */
export function compareConfigs(before: unknown, after: unknown): ReviewInput {
  const [left, right] = [before, after].map((json) => (json === undefined ? {} : configurationOf(json)));
  const old = new Map(profilesOf(left!).map((it) => [it.address, it]));
  const moves = new Map(blocksOf(right!.moved).map(({ from, to }) => [textOf(to), textOf(from)]));
  const kept = new Set(
    blocksOf(right!.removed)
      .filter(({ lifecycle }) => blocksOf(lifecycle).some(({ destroy }) => destroy === false))
      .map(({ from }) => textOf(from)),
  );
  const resources = profilesOf(right!).flatMap((it) => {
    const from = old.has(it.address) ? undefined : moves.get(it.address);
    const counterpart = old.get(from ?? it.address);
    old.delete(from ?? it.address);
    return compared(counterpart, it, counterpart === undefined ? undefined : from);
  });
  const gone = [...old.values()].flatMap((it) => compared(it, undefined, undefined, kept.has(it.address)));
  return { resources: [...resources, ...gone], notes: [...notesOf(left!, right!)] };
}

/** Whether this is a configuration in Terraform's JSON syntax. */
export function isConfiguration(json: unknown): json is JsonObject {
  if (!isJsonObject(json) || "format_version" in json) return false;
  const cdktf = objectOf(objectOf(json["//"]).metadata);
  return "stackName" in cdktf || isJsonObject(json.terraform) || isJsonObject(json.resource);
}

function configurationOf(json: unknown): JsonObject {
  checkNesting(json);
  if (isConfiguration(json)) return json;
  throw new Error(
    "this is no configuration of Terraform in JSON: give stacks/NAME/cdk.tf.json of CDKTF's output folder",
  );
}

function profilesOf({ resource }: JsonObject): Configured[] {
  return Object.entries(objectOf(resource)).flatMap(([type, named]) => {
    const kind = kindOf(type);
    if (kind === undefined) return [];
    return Object.entries(objectOf(named)).map(([name, it]) => {
      const attributes = objectOf(listOf(it)[0] ?? it);
      const from: MarkedObject = {
        value: withBlocks(attributes),
        unknown: unknownIn(attributes),
        sensitive: undefined,
      };
      const read = PROFILE_TYPES.get(type)?.read ?? readProfile;
      const inPlace = PROFILE_TYPES.get(type)?.versions !== true || attributes.version_policy === "in_place";
      return { address: `${type}.${name}`, type, kind, profile: read(from), inPlace };
    });
  });
}

const BLOCKS = ["pack", "profile_variables", "manifest", "variable", "options"] as const;

/** A single block may be written without a list, at any level. */
function withBlocks(attributes: JsonObject): JsonObject {
  const blocks = BLOCKS.flatMap((name) =>
    name in attributes ? [[name, blocksOf(attributes[name]).map(withBlocks)] as const] : [],
  );
  return { ...attributes, ...Object.fromEntries(blocks) };
}

function blocksOf(value: unknown): JsonObject[] {
  return (isJsonObject(value) ? [value] : listOf(value)).map(objectOf);
}

/** Blocks whose number an expression decides. */
function unknownIn(attributes: JsonObject): JsonObject {
  const dynamic = blocksOf(attributes.dynamic).flatMap((blocks) => Object.keys(blocks));
  const written = Object.keys(attributes).filter((name) => typeof attributes[name] === "string");
  const lists = new Set<string>([...BLOCKS, "tags"]);
  return Object.fromEntries([...dynamic, ...written].filter((name) => lists.has(name)).map((name) => [name, true]));
}

function compared(
  before: Configured | undefined,
  after: Configured | undefined,
  previousAddress: string | undefined,
  isKept = false,
): ResourceInput[] {
  const it = (after ?? before)!;
  const sides = {
    ...(before === undefined ? {} : { before: before.profile }),
    ...(after === undefined ? {} : { after: after.profile }),
  };
  const head = { address: it.address, type: it.type, ...(previousAddress === undefined ? {} : { previousAddress }) };
  const impact = impactOf(it, sides);
  if (it.kind === "system") return systemResources(head, impact === "new-version" ? "update" : impact, sides);
  return [{ ...head, kind: it.kind, impact: impact === "destroy" && isKept ? "forget" : impact, ...sides }];
}

function impactOf(
  { kind, inPlace }: Configured,
  { before, after }: { before?: AnyProfile; after?: AnyProfile },
): Extract<Impact, "create" | "destroy" | "update" | "no-op" | "new-version"> {
  if (before === undefined) return "create";
  if (after === undefined) return "destroy";
  const diff = kind === "app" ? diffAppProfiles : diffProfiles;
  const { changes, formattingOnly } = (diff as typeof diffProfiles)(
    before as Parameters<typeof diffProfiles>[0],
    after as Parameters<typeof diffProfiles>[1],
  );
  if (changes.length + formattingOnly.length === 0) return "no-op";
  return !inPlace && changes.some(isVersionChange) ? "new-version" : "update";
}

/** Where none is given, it is 1.0.0; an expression may come to the version that there is. */
function isVersionChange({ path, layer, variable, before, after }: ReturnType<typeof diffProfiles>["changes"][number]) {
  const [old, next] = [before ?? "1.0.0", after ?? "1.0.0"];
  if (path !== "version" || layer !== undefined || variable !== undefined) return false;
  if (typeof old !== "string" || typeof next !== "string") return false;
  return isProfileVersion(old) && isProfileVersion(next) && !sameVersion(old, next);
}

function notesOf(...configurations: JsonObject[]): string[] {
  const open = new Set(
    configurations.flatMap(profilesOf).flatMap(({ address, profile }) => {
      const lists = Object.values(profile as object);
      return lists.some((value) => typeof value === "symbol") ? [address] : [];
    }),
  );
  if (open.size === 0) return [];
  return [
    `Blocks that an expression decides on are not told, in ${[...open].join(", ")}: the output of \`terraform show -json PLAN\` has them.`,
  ];
}
