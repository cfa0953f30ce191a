import { diffYaml } from "@palette-profiles/profiles";
import type { RiskLayer } from "./layer-pairs";

/** Kubernetes does not let go of these, so removing a layer leaves them. */
const KEPT = new Set(["default", "kube-system", "kube-public", "kube-node-lease"]);

/**
 * The namespaces that go with a layer: the one that it is in, those that Palette made for it, and those that its manifests make.
 * Source: "Profile customization", on layers that Palette manages.
 */
export function namespacesMade(layer: RiskLayer): string[] {
  const pack = packSettings(layer);
  const objects = manifestObjects(layer).filter(({ kind }) => kind === "Namespace");
  return known([pack.namespace, ...keysOf(pack.additionalNamespaces), ...objects.map(({ metadata }) => metadata.name)]);
}

/** The namespaces that a layer has something in, or sets labels of. */
export function namespacesUsed(layer: RiskLayer): string[] {
  const pack = packSettings(layer);
  return known([
    pack.namespace,
    ...keysOf(pack.additionalNamespaces),
    ...keysOf(pack.namespaceLabels),
    ...keysOf(pack.namespaceAnnotations),
    ...manifestObjects(layer).map(({ metadata }) => metadata.namespace),
  ]);
}

/** Names that are one: templates stand for namespaces that are not known here. */
function known(names: readonly unknown[]): string[] {
  const texts = names.filter(
    (name) => typeof name === "string" && name !== "" && !name.includes("{{") && !KEPT.has(name),
  );
  return [...new Set(texts as string[])];
}

function packSettings({ values, overrides }: RiskLayer): Record<string, unknown> {
  const [first, second] = [values, overrides].map((text) =>
    text?.includes("amespace") ? mapOf(mapOf(documentsOf(text)[0]).pack) : {},
  );
  return { ...first, ...second };
}

function manifestObjects({ manifests }: RiskLayer): { kind: unknown; metadata: Record<string, unknown> }[] {
  return manifests.flatMap(({ content }) =>
    content?.includes("amespace")
      ? documentsOf(content)
          .map(mapOf)
          .map(({ kind, metadata }) => ({ kind, metadata: mapOf(metadata) }))
      : [],
  );
}

/** The documents of a text as values, templates kept; none where it does not parse. */
function documentsOf(text: string): unknown[] {
  return diffYaml("", text).changes.flatMap(({ kind, path, after }) =>
    kind === "add" && path !== "presets" ? [after] : [],
  );
}

/** The keys of a map, or the entries of a list. */
function keysOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : Object.keys(mapOf(value));
}

function mapOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
