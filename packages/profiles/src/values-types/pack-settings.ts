import type { KeyShape, ScalarKind, Shape } from "./shape";

const text = (kind: ScalarKind = "string"): Shape => ({ scalars: new Set([kind]) });
const freeMap = (): Shape => ({ scalars: new Set(), map: { keys: new Map(), open: true } });

/**
 * What Palette reads of any layer's values, whether or not the pack's own name it.
 * Source: docs.spectrocloud.com, "Profile Customization", "Create an Add-on Profile", "Add the Same Pack in a Profile".
 */
const SETTINGS: readonly (readonly [key: string, says: string, shape: () => Shape])[] = [
  ["namespace", "The namespace that the layer is installed in; it is made where it is missing.", text],
  [
    "additionalNamespaces",
    "Other namespaces that the layer needs.",
    () => ({ scalars: new Set(), list: { item: text() } }),
  ],
  ["namespaceLabels", "Labels of namespaces, by namespace.", freeMap],
  ["namespaceAnnotations", "Annotations of namespaces, by namespace.", freeMap],
  ["releaseNameOverride", "Names of Helm releases, by chart.", freeMap],
  ["spectrocloud.com/install-priority", 'A whole number in quotes: lower ones are deployed first. Default "0".', text],
  ["spectrocloud.com/display-name", "Another name, where a cluster has the pack more than once.", text],
];

/** Puts what is missing of these into the values' shape. */
export function withPackSettings(values: Shape): void {
  values.map ??= { keys: new Map(), open: false };
  const pack = values.map.keys.get("pack") ?? { shape: { scalars: new Set() }, says: ["What Palette itself reads."] };
  values.map.keys.set("pack", pack);
  pack.shape.map ??= { keys: new Map(), open: false };
  const { keys } = pack.shape.map;
  const said = (key: string, says: string): KeyShape["says"] => {
    const there = keys.get(key)?.says ?? [];
    return there.length > 0 ? there : [says];
  };
  for (const [key, says, shape] of SETTINGS) {
    keys.set(key, { shape: keys.get(key)?.shape ?? shape(), says: said(key, says) });
  }
}
