import type {
  V1HelmRegistry,
  V1OciRegistry,
  V1PackRegistry,
  V1RegistryMetadata,
  V1RegistrySyncStatus,
} from "@palette-profiles/palette-api";
import type { FastifyInstance } from "fastify";
import type { Backend } from "../backend";
import { notFound } from "../errors";
import { pageOf, readPage } from "../paging";
import { findRegistry, listRegistries, PUBLIC_REGISTRY, type Registry, type RegistryKind } from "../store/registries";

interface RegistryQuery {
  scope?: string;
  limit?: string;
  offset?: string;
  continue?: string;
}

export function registryRoutes(app: FastifyInstance, backend: Backend): void {
  const inScope = (registry: Registry, scope = "all") => scope === "all" || registry.scope === scope;
  const isListed = (registry: Registry) => backend.packs.all().some((pack) => pack.registryUid === registry.uid);
  const require = (uid: string, kind: RegistryKind) => {
    const registry = findRegistry(backend.db, uid);
    if (registry?.kind !== kind) throw notFound(`The ${kind} registry ${uid}`);
    return registry;
  };
  const syncStatus = (registry: Registry): V1RegistrySyncStatus => ({
    isSyncSupported: registry.kind === "pack" || isListed(registry),
    status: "Success",
    message: "",
    lastRunTime: registry.created,
    lastSyncedTime: registry.created,
  });

  app.get<{ Querystring: RegistryQuery }>("/registries/metadata", async (request) => ({
    items: listRegistries(backend.db)
      .filter((registry) => inScope(registry, request.query.scope))
      .map(showMetadata),
  }));

  for (const path of ["/registries/pack", "/registries/pack/summary"]) {
    app.get<{ Querystring: RegistryQuery }>(path, async (request) => {
      const all = listRegistries(backend.db, "pack").filter((registry) => inScope(registry, request.query.scope));
      const page = pageOf(all, readPage(request.query));
      return { ...page, items: page.items.map((registry) => showPackRegistry(registry, syncStatus(registry))) };
    });
  }

  for (const path of ["/registries/helm", "/registries/helm/summary"]) {
    app.get<{ Querystring: RegistryQuery }>(path, async (request) => {
      const all = listRegistries(backend.db, "helm").filter((registry) => inScope(registry, request.query.scope));
      const page = pageOf(all, readPage(request.query));
      return { ...page, items: page.items.map((registry) => showHelmRegistry(registry, syncStatus(registry))) };
    });
  }

  app.get("/registries/oci/summary", async () => ({
    items: listRegistries(backend.db, "oci").map((registry) => showOciRegistry(registry, syncStatus(registry))),
  }));

  app.get<{ Params: { uid: string } }>("/registries/pack/:uid", async (request) => {
    const registry = require(request.params.uid, "pack");
    return showPackRegistry(registry, syncStatus(registry));
  });
  app.get<{ Params: { uid: string } }>("/registries/helm/:uid", async (request) => {
    // The official provider asks this of any registry before it looks up the pack of an app's tier.
    const registry = findRegistry(backend.db, request.params.uid) ?? require(request.params.uid, "helm");
    return showHelmRegistry(registry, syncStatus(registry));
  });

  const statusPaths = {
    pack: ["/registries/pack/:uid/sync/status"],
    helm: ["/registries/helm/:uid/sync/status"],
    // Clients ask for both kinds of OCI registries on the basic path.
    oci: ["/registries/oci/:uid/basic/sync/status", "/registries/oci/:uid/ecr/sync/status"],
  } as const;
  for (const kind of ["pack", "helm", "oci"] as const) {
    for (const path of statusPaths[kind]) {
      app.get<{ Params: { uid: string } }>(path, async (request) => syncStatus(require(request.params.uid, kind)));
    }
  }
}

/** Registries are names here: nothing is fetched from them. */
const ENDPOINT = "http://localhost";
const NO_AUTH = { type: "noAuth" } as const;

function showMetadata(registry: Registry): V1RegistryMetadata {
  return {
    uid: registry.uid,
    name: registry.name,
    kind: registry.kind,
    scope: registry.scope,
    isDefault: registry.name === PUBLIC_REGISTRY,
    isPrivate: false,
  };
}

function objectMeta(registry: Registry) {
  return { name: registry.name, uid: registry.uid, creationTimestamp: registry.created };
}

function showPackRegistry(registry: Registry, sync: V1RegistrySyncStatus): V1PackRegistry {
  return {
    apiVersion: "v1",
    kind: "PackRegistry",
    metadata: objectMeta(registry),
    spec: {
      name: registry.name,
      registryUid: registry.uid,
      scope: registry.scope,
      endpoint: ENDPOINT,
      private: false,
      auth: NO_AUTH,
    },
    status: { packSyncStatus: sync },
  };
}

function showHelmRegistry(registry: Registry, sync: V1RegistrySyncStatus): V1HelmRegistry {
  return {
    apiVersion: "v1",
    kind: "HelmRegistry",
    metadata: objectMeta(registry),
    spec: {
      name: registry.name,
      registryUid: registry.uid,
      scope: registry.scope,
      endpoint: ENDPOINT,
      isPrivate: false,
      auth: NO_AUTH,
    },
    status: { helmSyncStatus: sync },
  };
}

function showOciRegistry(registry: Registry, sync: V1RegistrySyncStatus): V1OciRegistry {
  return {
    metadata: objectMeta(registry),
    spec: {
      endpoint: ENDPOINT,
      scope: registry.scope,
      isPrivate: false,
      providerType: "pack",
      registryType: "basic",
      defaultRegion: "",
      containsSpectroManifest: false,
    },
    status: { sync },
  };
}
