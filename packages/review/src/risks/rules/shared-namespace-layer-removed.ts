import { namespacesMade, namespacesUsed } from "../namespaces";
import type { RiskRule } from "../risk-rule";

/** A layer goes, and takes a namespace with it that others are in. */
export const sharedNamespaceLayerRemoved: RiskRule = {
  id: "shared-namespace-layer-removed",
  title: "A layer is removed whose namespace others share",
  severity: "high",
  about:
    "A layer goes whose namespace (`pack.namespace`, `pack.additionalNamespaces`, or one that its manifests make) another layer of the same profile is in, by its `pack` settings or its manifests. Namespaces of Kubernetes itself stay, and templates are not looked into. Layers of other profiles on the same cluster are not seen.",
  why: "Palette removes a layer together with its whole namespace, and with it what other layers run and store there.",
  fix: "Give the other layers a namespace of their own first, or keep this one.",
  sources: ["https://docs.spectrocloud.com/profiles/profile-customization/"],
  example: {
    before: {
      packs: [
        { name: "wordpress", values: "pack:\n  namespace: shop\n" },
        { name: "redis", values: "pack:\n  namespace: shop\n" },
      ],
    },
    after: { packs: [{ name: "redis", values: "pack:\n  namespace: shop\n" }] },
  },
  find: ({ after: profile, layers }) => {
    if (profile === undefined) return [];
    const removed = layers.filter(({ after }) => after === undefined);
    if (removed.length === 0) return [];
    const kept = layers.flatMap(({ after }) => (after === undefined ? [] : [{ after, used: namespacesUsed(after) }]));
    return removed.flatMap(({ key, before }) =>
      namespacesMade(before!).flatMap((namespace) => {
        const sharing = kept.filter(({ used }) => used.includes(namespace)).map(({ after }) => after.name);
        if (sharing.length === 0) return [];
        return [
          { layer: key, message: `The namespace "${namespace}" goes with it, and ${listText(sharing)} there too.` },
        ];
      }),
    );
  },
};

function listText(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length === 1 ? `${shown[0]} is` : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)} are`;
}
