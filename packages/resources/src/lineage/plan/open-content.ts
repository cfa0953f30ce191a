import { hasUnknown, isObject } from "@palette-profiles/resource-kit";

/** Whether layers or tiers hold words of the user that are unknown. The uids that Palette gives may be. */
export function hasUnknownWords(list: unknown): boolean {
  if (!Array.isArray(list)) return hasUnknown(list);
  return (list as unknown[]).some((it) => hasUnknown(isObject(it) ? { ...it, uid: undefined, ...contents(it) } : it));
}

function contents({ manifests }: { manifests?: unknown }): object {
  if (!Array.isArray(manifests)) return {};
  return { manifests: (manifests as unknown[]).map((each) => (isObject(each) ? { ...each, uid: undefined } : each)) };
}
