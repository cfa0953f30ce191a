import { DiagnosticError, defineDataSource, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { suggest } from "../lookups";
import { type Palette, scopeOf } from "../palette";

const attributes = {
  name: s.string({ description: "The registry's name.", required: true }),
  id: s.string({ description: "The registry's uid.", computed: true }),
  kind: s.string({ description: "`pack`, `helm` or `oci`.", computed: true }),
};

export const registryDataSource = defineDataSource<Palette, typeof attributes>({
  type: "registry",
  description: "A registry of packs or Helm charts.",
  attributes,
  read: (config, run) =>
    explained(`reading the registry "${config.name}"`, async () => {
      const known = await run.context.lookups.registries(await scopeOf({}, run));
      const found = known.find((each) => each.name === config.name);
      if (found !== undefined) return { name: config.name, id: found.uid, kind: found.kind };
      const names = known.flatMap((each) => each.name ?? []);
      throw new DiagnosticError({
        code: "UnknownRegistry",
        path: ["name"],
        summary: `There is no registry "${config.name}"`,
        detail: `Palette has no registry "${config.name}".${suggest(config.name, names)}`,
      });
    }),
});
