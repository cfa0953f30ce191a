import { defineDataSource, s } from "@palette-profiles/resource-kit";
import { explained, SYSTEM_TOKEN } from "../explain";
import { type Palette, systemScope } from "../palette";
import { requireSystemProfile } from "../system-profile/find";

const attributes = {
  name: s.string({
    description: "The profile's name. Default: the only system profile there is.",
    optional: true,
    example: "enterprise-cluster",
  }),
  id: s.string({ description: "The profile's uid.", computed: true, example: "65b3f1c0e4b0a1c2d3e4f507" }),
  resolvedName: s.string({
    description: "The name of the profile found.",
    computed: true,
    example: "enterprise-cluster",
  }),
  version: s.string({ description: "The profile's version.", computed: true, example: "1.0.0" }),
  cloud: s.string({ description: "The cloud of the Enterprise cluster.", computed: true, example: "vsphere" }),
  description: s.string({
    description: "What the profile is for, as Palette says.",
    computed: true,
    sometimes: true,
    example: "The profile of the Enterprise cluster",
  }),
  layers: s.stringList({ description: "The names of the layers, in order.", computed: true, example: ["kubernetes"] }),
  layerTags: s.stringMap({
    description: "The version of each layer's pack, by the layer's name.",
    computed: true,
    example: { kubernetes: "1.30.9" },
  }),
  layerValues: s.stringMap({
    description: "The values of each layer, as YAML, by the layer's name.",
    computed: true,
    example: { kubernetes: "pack:\n  podCIDR: 10.100.0.0/16\n" },
  }),
};

export const systemProfileDataSource = defineDataSource<Palette, typeof attributes>({
  type: "system_profile",
  description:
    "The profile of the Enterprise cluster that hosts Palette. Needs a system administrator; changes nothing.",
  attributes,
  read: (config, run) =>
    explained(
      "reading the system profile",
      async () => {
        const at = systemScope(run);
        const live = await requireSystemProfile(run.context, at, config.name);
        return {
          ...config,
          id: live.uid,
          resolvedName: live.name,
          version: live.version,
          cloud: live.cloud,
          description: live.description,
          layers: live.layers.map(({ name }) => name),
          layerTags: Object.fromEntries(live.layers.map(({ name, tag }) => [name, tag])),
          layerValues: Object.fromEntries(live.layers.map(({ name, values }) => [name, values])),
        };
      },
      SYSTEM_TOKEN,
    ),
});
