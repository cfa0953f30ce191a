import { isInfra } from "./knowledge";
import { type PackProblem, packWarning } from "./problem";
import type { Stack, StackLayer } from "./stack";
import { scalarText, valuesAt, valuesTree } from "./values-at";

/** Kubernetes does not let go of these, so removing a layer leaves them. */
const KEPT = new Set(["default", "kube-system", "kube-public", "kube-node-lease"]);

/**
 * Removing a layer removes its whole namespace, with what other layers have in it.
 * Source: "Profile customization", on layers that Palette manages.
 */
export function checkSharedNamespaces({ layers, removed }: Stack): PackProblem[] {
  const lost = removed.filter(({ kind }) => !isInfra(kind));
  if (lost.length === 0) return [];
  const kept = layers.map((layer) => ({ layer, namespace: namespaceOf(layer) }));
  return lost.flatMap((gone) => {
    const namespace = namespaceOf(gone);
    if (namespace === undefined || KEPT.has(namespace)) return [];
    const sharing = kept.filter((each) => each.namespace === namespace).map(({ layer }) => `"${layer.name}"`);
    if (sharing.length === 0) return [];
    return packWarning(
      "SharedNamespace",
      ["packs"],
      `Removing "${gone.name}" removes the namespace "${namespace}"`,
      `"${gone.name}" goes, and on clusters that take the change Palette removes its whole namespace "${namespace}" with it, which ${sharing.join(" and ")} ${sharing.length === 1 ? "uses" : "use"} too: what runs and is stored there is lost. Give ${sharing.length === 1 ? "that layer" : "those layers"} another namespace first (pack.namespace in the values), or keep "${gone.name}".`,
    );
  });
}

function namespaceOf(layer: StackLayer): string | undefined {
  const own = layer.knowledge?.values;
  if (layer.values !== undefined) return readNamespace(layer.values);
  return (layer.overrides === undefined ? undefined : readNamespace(layer.overrides)) ?? (own && readNamespace(own));
}

function readNamespace(values: string): string | undefined {
  if (!values.includes("namespace")) return undefined;
  const node = valuesAt(valuesTree(values), "pack.namespace")[0]?.node;
  const text = node === undefined ? "" : (scalarText(node) ?? "");
  // A template stands for a namespace that is not known here.
  return text === "" || text.includes("{{") ? undefined : text;
}
