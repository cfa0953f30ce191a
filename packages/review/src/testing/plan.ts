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

export function updatePlan(
  pairs: { before: Record<string, unknown>; after: Record<string, unknown> }[],
  marks: Record<string, unknown> = {},
) {
  return {
    format_version: "1.2",
    resource_changes: pairs.map(({ before, after }, index) => ({
      address: `palette_cluster_profile.p[${index}]`,
      mode: "managed",
      type: "palette_cluster_profile",
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
