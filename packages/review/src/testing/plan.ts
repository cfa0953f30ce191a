/** A plan made in code, for tests that need many or odd profiles. */
export interface TestLayer {
  name: string;
  values: string;
  tag?: string;
}

export function attributes(
  name: string,
  layers: TestLayer[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const pack = layers.map((layer) => ({
    type: "spectro",
    tag: "1.0.0",
    uid: `uid-${layer.name}`,
    manifest: [],
    ...layer,
  }));
  return { name, version: "1.0.0", id: `id-${name}`, pack, profile_variables: [], tags: null, ...more };
}

/** An app profile of services, each with what is given. */
export function tiers(name: string, list: Record<string, unknown>[]): Record<string, unknown> {
  const pack = list.map((tier, index) => ({
    name: `tier-${index + 1}`,
    type: "operator-instance",
    pack_name: "some-operator",
    tag: "1.0.0",
    properties: null,
    sensitive_properties: null,
    values: null,
    manifest: [],
    ...tier,
  }));
  return { name, version: "1.0.0", id: `id-${name}`, pack, tags: null };
}

/** A system profile of layers, each with what is given. */
export function systemAttributes(
  name: string,
  layers: Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const pack = layers.map((layer, index) => ({
    name: `layer-${index + 1}`,
    effective_tag: "1.0.0",
    effective_values: "a: 1\n",
    values: null,
    overrides: null,
    manifest: [],
    ...layer,
  }));
  return { name, version: "1.0.0", id: `id-${name}`, pack, ...more };
}

export function updatePlan(
  pairs: { before: Record<string, unknown>; after: Record<string, unknown> }[],
  marks: Record<string, unknown> = {},
  type = "palette_cluster_profile",
) {
  return {
    format_version: "1.2",
    resource_changes: pairs.map(({ before, after }, index) => ({
      address: `${type}.p[${index}]`,
      mode: "managed",
      type,
      change: {
        actions: ["update"],
        before,
        after,
        after_unknown: {},
        before_sensitive: {},
        after_sensitive: {},
        ...marks,
      },
    })),
  };
}
