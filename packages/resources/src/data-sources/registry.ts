import { registries, type V1RegistryMetadata } from "@palette-profiles/palette-api";
import { type AnyValues, type Diagnostic, DiagnosticError, defineDataSource, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { wrong } from "../lineage/rules";
import { suggest } from "../lookups";
import { type Palette, scopeOf } from "../palette";

/** Palette's kinds of registries, by the names that layers have for their types. */
const KINDS: Record<string, string> = { spectro: "pack", pack: "pack", helm: "helm", oci: "oci" };

const attributes = {
  name: s.string({ description: "The registry's name.", required: true, example: "Public Repo" }),
  type: s.string({
    description: "`spectro` (packs), `helm` or `oci`, where registries of two kinds share a name. Default: any.",
    optional: true,
    example: "spectro",
  }),
  withSyncStatus: s.bool({
    description: "Also asks how the last synchronisation went, which is one call more. Default `false`.",
    optional: true,
    example: true,
  }),
  id: s.string({ description: "The registry's uid.", computed: true, example: "65b3f1c0e4b0a1c2d3e4f502" }),
  kind: s.string({ description: "`pack`, `helm` or `oci`.", computed: true, example: "pack" }),
  scope: s.string({ description: "Whose it is: `system` or `tenant`.", computed: true, example: "system" }),
  isPrivate: s.bool({ description: "Whether it asks who one is.", computed: true, example: false }),
  syncStatus: s.string({
    description: "With `with_sync_status`: how the last synchronisation went, such as `Success`.",
    computed: true,
    sometimes: true,
    example: "Success",
  }),
};

export const registryDataSource = defineDataSource<Palette, typeof attributes>({
  type: "registry",
  description: "A registry of packs or Helm charts.",
  attributes,
  validate: checkType,
  read: (config, run) =>
    explained(`reading the registry "${config.name}"`, async () => {
      const { name, type, withSyncStatus } = config;
      const at = await scopeOf({}, run);
      const known = await run.context.lookups.registries(at);
      const found = one(known, name, type);
      const api = registries(run.context.client, at);
      const ask = found.kind === "helm" ? api.helmSync : found.kind === "oci" ? api.ociSync : api.packSync;
      const sync = withSyncStatus === true ? await ask(found.uid ?? "") : undefined;
      return {
        ...config,
        id: found.uid,
        kind: found.kind,
        scope: found.scope,
        isPrivate: found.isPrivate ?? false,
        syncStatus: sync === undefined ? undefined : (sync.status ?? ""),
      };
    }),
});

function checkType({ type }: AnyValues): Diagnostic[] {
  if (typeof type !== "string" || type === "" || KINDS[type] !== undefined) return [];
  const detail = `type is "${type}".${suggest(type, Object.keys(KINDS))}`;
  return [wrong(["type"], "UnknownType", "There are no such registries", detail)];
}

function one(known: readonly V1RegistryMetadata[], name: string, type: string | undefined): V1RegistryMetadata {
  const kind = KINDS[type ?? ""];
  const fitting = known.filter((each) => kind === undefined || each.kind === kind);
  const [found, ...more] = fitting.filter((each) => each.name === name);
  if (found === undefined) {
    const what = kind === undefined ? `registry "${name}"` : `registry "${name}" of the kind "${kind}"`;
    throw new DiagnosticError({
      code: "UnknownRegistry",
      path: ["name"],
      summary: `There is no ${what}`,
      detail: `Palette has no ${what}.${suggest(
        name,
        fitting.flatMap((each) => each.name ?? []),
      )}`,
    });
  }
  if (more.length === 0) return found;
  const kinds = [found, ...more].map((each) => each.kind);
  throw new DiagnosticError({
    code: "AmbiguousRegistry",
    path: ["type"],
    summary: `There are ${kinds.length} registries "${name}"`,
    detail: `They are of the kinds ${kinds.join(", ")}: say which one with type.`,
  });
}
