import { createHash } from "node:crypto";
import { layerKey, yamlText, yamlValue } from "@palette-profiles/profiles";
import { configOf, diffValues, isEmpty, isObject } from "@palette-profiles/resource-kit";
import { type ClusterProfileState, clusterProfileAttributes, type LayerState } from "../cluster-profile/attributes";

const PARTS = ["name", "version", "description", "tags", "type", "cloud", "packs", "profileVariables"] as const;

/** What a file tells of a profile: everything but where it is, and how its versions come and go. */
export type ProfileContent = Pick<ClusterProfileState, (typeof PARTS)[number]>;

/**
 * The content of a profile, in the shortest words.
 * @param known what the state says: a registry that it does not name, or names by uid, is told as it tells it.
 */
export function contentOf(it: ProfileContent, known?: ProfileContent): ProfileContent {
  const config = configOf(clusterProfileAttributes, it as Record<string, unknown>) as ClusterProfileState;
  const content = Object.fromEntries(PARTS.map((part) => [part, config[part]])) as ProfileContent;
  const variables = content.profileVariables?.variables?.map(({ defaultValue, ...variable }) =>
    variable.isSensitive === true ? variable : { ...variable, defaultValue },
  );
  return {
    ...content,
    // A new version has to be told from none.
    version: it.version ?? "1.0.0",
    tags: content.tags && [...content.tags].sort(),
    packs: content.packs?.map((layer) => layerContent(layer, known?.packs)),
    profileVariables: variables && { variables },
  };
}

function layerContent({ uid: _, ...layer }: LayerState, known: readonly LayerState[] | undefined): LayerState {
  if (layer.type === "manifest") return { ...layer, tag: undefined, registryName: undefined, registryUid: undefined };
  const before = known?.find((each) => layerKey(each) === layerKey(layer));
  const byUid = before === undefined ? layer.registryName === undefined : before.registryUid !== undefined;
  const byName = before === undefined || before.registryName !== undefined;
  return {
    ...layer,
    registryName: byName ? layer.registryName : undefined,
    registryUid: byUid ? layer.registryUid : undefined,
  };
}

export function textOf(content: ProfileContent): string {
  return yamlText(withoutEmpty(content) as object);
}

/** Exports and Palette's answers spell out what is not there, each in its own way. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(([name, it]) => [name, withoutEmpty(it)] as const);
  return Object.fromEntries(inner.filter(([, it]) => !isEmpty(it)));
}

/** What {@link textOf} wrote. */
export function contentOfText(text: string): ProfileContent {
  return yamlValue(text) as ProfileContent;
}

export function sameContent(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => contentOfText(text) as Record<string, unknown>);
  return diffValues(clusterProfileAttributes, left ?? {}, right ?? {}).length === 0;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
