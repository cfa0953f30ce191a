import type { V1PackMetadata, V1PackSummary, V1PackTagEntity, V1PackTemplate } from "@palette-profiles/palette-api";
import type { FastifyInstance } from "fastify";
import type { Backend } from "../backend";
import { notFound } from "../errors";
import { type PackFilter, parseFilters, readSearch } from "../pack-filters";
import { pageOf, readPage } from "../paging";
import type { Pack } from "../store/packs";
import { findRegistry, listRegistries, type Registry } from "../store/registries";
import { trainsOf } from "../versions";

interface Page {
  limit?: string;
  offset?: string;
  continue?: string;
}

export function packRoutes(app: FastifyInstance, backend: Backend): void {
  app.get<{ Params: { packName: string; registryUid: string }; Querystring: { cloudType?: string; layer?: string } }>(
    "/packs/:packName/registries/:registryUid",
    async (request) => {
      const { packName, registryUid } = request.params;
      const { cloudType = "all", layer = "" } = request.query;
      const registry = findRegistry(backend.db, registryUid);
      if (!registry) throw notFound(`The registry ${registryUid}`);
      const versions = backend.packs
        .versionsOf(packName, registryUid)
        .filter((pack) => isForCloud(pack, cloudType) && (layer === "" || pack.layer === layer));
      if (versions.length === 0) throw notFound(`The pack "${packName}" in the registry "${registry.name}"`);
      return showTags(versions);
    },
  );

  app.get<{ Params: { uid: string } }>("/packs/:uid", async (request) =>
    showTags([requirePack(backend, request.params.uid)]),
  );

  app.get<{ Params: { uid: string } }>("/packs/:uid/readme", async (request) => ({
    readme: requirePack(backend, request.params.uid).readme ?? "",
  }));

  app.get<{ Querystring: Page & { filters?: string } }>("/packs", async (request) => {
    const filter = parseFilters(request.query.filters ?? "");
    const page = pageOf(backend.packs.all().filter(filter), readPage(request.query));
    return { items: page.items.map(showSummary), listmeta: page.listmeta };
  });

  app.post<{ Querystring: Page }>("/packs/search", async (request) => {
    const filter = readSearch(request.body);
    const page = pageOf(search(backend, filter), readPage(request.query));
    return page;
  });
}

function requirePack(backend: Backend, uid: string): Pack {
  const pack = backend.packs.byUid(uid);
  if (!pack) throw notFound(`The pack ${uid}`);
  return pack;
}

function isForCloud(pack: Pack, cloudType: string): boolean {
  return cloudType === "all" || pack.cloudTypes.includes("all") || pack.cloudTypes.includes(cloudType);
}

/** Versions of one pack, the newest first, as one answer. */
function showTags(versions: readonly Pack[]): V1PackTagEntity {
  const newest = versions[0]!;
  return {
    name: newest.name,
    displayName: newest.displayName,
    layer: newest.layer,
    addonType: newest.addonType,
    addonSubType: newest.addonSubType,
    cloudTypes: newest.cloudTypes,
    registryUid: newest.registryUid,
    logoUrl: "",
    tags: versions.map((pack) => ({
      tag: pack.version,
      version: pack.version,
      packUid: pack.uid,
      parentTags: trainsOf(pack.version),
      group: pack.group,
    })),
    packValues: versions.map((pack) => ({
      packUid: pack.uid,
      values: pack.values,
      annotations: pack.annotations,
      // The API's description has names only; the ranges of `pack.json` ride along for clients that know them.
      dependencies: pack.dependencies.map((each) => ({ name: each.packName, registryUid: pack.registryUid, ...each })),
      presets: pack.presets(),
      schema: pack.schema(),
      template: showTemplate(pack),
      readme: pack.readme ?? "",
    })),
  };
}

/** The properties that a tier of an app profile may set, where the API's description has a pack's parameters. */
function showTemplate(pack: Pack): V1PackTemplate {
  return { parameters: { inputParameters: pack.appTierProperties, outputParameters: [] } };
}

function showSummary(pack: Pack): V1PackSummary {
  return {
    apiVersion: "v1",
    kind: "Pack",
    metadata: { name: pack.name, uid: pack.uid },
    spec: {
      name: pack.name,
      displayName: pack.displayName,
      version: pack.version,
      type: pack.type,
      layer: pack.layer,
      addonType: pack.addonType,
      addonSubType: pack.addonSubType,
      cloudTypes: pack.cloudTypes,
      registryUid: pack.registryUid,
      annotations: pack.annotations,
      digest: pack.digest,
      eol: pack.eol,
      group: pack.group,
      logoUrl: "",
      manifests: [],
      presets: pack.presets(),
      schema: pack.schema(),
      template: showTemplate(pack),
      values: pack.values,
    },
    status: {},
  };
}

/** One item a pack name, with the newest version in each registry that has it. */
function search(backend: Backend, filter: PackFilter): V1PackMetadata[] {
  const registries = new Map(listRegistries(backend.db).map((registry) => [registry.uid, registry]));
  const items = new Map<string, V1PackMetadata>();
  for (const pack of backend.packs.all().filter(filter)) {
    const item = items.get(pack.name) ?? startItem(pack);
    items.set(pack.name, item);
    const listed = item.spec!.registries!;
    if (!listed.some((entry) => entry.uid === pack.registryUid)) {
      listed.push(showRegistry(registries.get(pack.registryUid), pack));
    }
  }
  return [...items.values()];
}

function startItem(pack: Pack): V1PackMetadata {
  const { name, displayName, type, layer, addonType, addonSubType, cloudTypes, group } = pack;
  return {
    apiVersion: "v1",
    kind: "PackMetadata",
    metadata: { name, uid: pack.uid },
    spec: { name, displayName, type, layer, addonType, addonSubType, cloudTypes, group, registries: [] },
  };
}

function showRegistry(registry: Registry | undefined, latest: Pack) {
  return {
    uid: latest.registryUid,
    name: registry?.name ?? "",
    scope: registry?.scope ?? "",
    latestVersion: latest.version,
    latestPackUid: latest.uid,
    annotations: latest.annotations,
    logoUrl: "",
  };
}
