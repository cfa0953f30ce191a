import { versionCompare } from "@palette-profiles/profiles";
import { defineDataSource, s } from "@palette-profiles/resource-kit";
import { packIn, resolveRegistry, versionUid } from "../cluster-profile/layer";
import { explained } from "../explain";
import { type Palette, scopeOf } from "../palette";

const attributes = {
  name: s.string({ description: "The pack's name.", required: true }),
  version: s.string({
    description: "The pack's version, or a train such as `1.30.x`. Default: the newest.",
    optional: true,
  }),
  resolvedVersion: s.string({ description: "The version found.", computed: true }),
  registryName: s.string({
    description: "The registry, by name. Default: the only one that has the pack.",
    optional: true,
    computed: true,
  }),
  registryUid: s.string({ description: "The registry, by uid.", optional: true, computed: true }),
  id: s.string({ description: "The pack's uid.", computed: true }),
  values: s.string({ description: "The pack's default values, as YAML.", computed: true }),
  versions: s.stringList({ description: "All versions there are, newest first.", computed: true }),
};

export const packDataSource = defineDataSource<Palette, typeof attributes>({
  type: "pack",
  description: "A pack in a registry: its uid, its versions and its default values.",
  attributes,
  read: (config, run) =>
    explained(`reading the pack "${config.name}"`, async () => {
      const { lookups } = run.context;
      const at = await scopeOf({}, run);
      const { name, registryName, registryUid } = config;
      const registry = await resolveRegistry(lookups, at, { name, registryName, registryUid });
      const pack = await packIn(lookups, at, name, registry);
      const versions = (pack.tags ?? []).flatMap((each) => each.version ?? []).sort((a, b) => versionCompare(b, a));
      const uid = versionUid(pack, name, config.version ?? versions[0] ?? "", registry);
      return {
        name,
        version: config.version,
        resolvedVersion: pack.tags?.find((each) => each.packUid === uid)?.version,
        registryName: registry.name,
        registryUid: registry.uid,
        id: uid,
        values: pack.packValues?.find((each) => each.packUid === uid)?.values ?? "",
        versions,
      };
    }),
});
