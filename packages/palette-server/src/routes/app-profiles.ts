import type { V1AppProfilesMetadata, V1AppProfilesSummary, V1Macros } from "@palette-profiles/palette-api";
import type { FastifyInstance } from "fastify";
import { readAppProfileFilter } from "../app-profiles/app-profile-filters";
import { showAppProfile, showAppSummary } from "../app-profiles/show-app-profile";
import {
  createAppProfile,
  patchAppMetadata,
  removeAppProfile,
  replaceAppProfile,
  requireAppProfile,
} from "../app-profiles/write-app-profile";
import type { Backend } from "../backend";
import { pageOf, readPage } from "../paging";
import { groupVersions } from "../profiles/profile-filters";
import { readScope } from "../scope";
import { listVisibleAppProfiles } from "../store/app-profiles";
import { visibleMacros } from "../visible-macros";

interface ByUid {
  Params: { uid: string };
}

export function appProfileRoutes(app: FastifyInstance, backend: Backend): void {
  const scopeOf = (request: { headers: Parameters<typeof readScope>[1] }) => readScope(backend.db, request.headers);
  const visible = (request: Parameters<typeof scopeOf>[0]) => {
    const scope = scopeOf(request);
    return listVisibleAppProfiles(backend.db, scope.kind === "project" ? scope.project.uid : undefined);
  };

  app.post("/appProfiles", async (request, reply) =>
    reply.code(201).send({ uid: createAppProfile(backend, scopeOf(request), request.body) }),
  );

  app.get(
    "/appProfiles/macros",
    async (request): Promise<V1Macros> => ({
      macros: visibleMacros(backend.db, scopeOf(request)),
    }),
  );

  app.get<ByUid>("/appProfiles/:uid", async (request) =>
    showAppProfile(backend, requireAppProfile(backend, request.params.uid)),
  );

  app.put<ByUid>("/appProfiles/:uid", async (request, reply) => {
    replaceAppProfile(backend, scopeOf(request), request.params.uid, request.body);
    return reply.code(204).send();
  });

  app.delete<ByUid>("/appProfiles/:uid", async (request, reply) => {
    removeAppProfile(backend, request.params.uid);
    return reply.code(204).send();
  });

  app.patch<ByUid>("/appProfiles/:uid/metadata", async (request, reply) => {
    patchAppMetadata(backend, scopeOf(request), request.params.uid, request.body);
    return reply.code(204).send();
  });

  /** One item a version. */
  app.get(
    "/dashboard/appProfiles/metadata",
    async (request): Promise<V1AppProfilesMetadata> => ({
      appProfiles: visible(request).map(({ uid, name, version }) => ({ metadata: { uid, name }, spec: { version } })),
    }),
  );

  /** One item an app profile, shown as its newest version that the filter lets through. */
  app.post<{ Querystring: { limit?: string; offset?: string; continue?: string } }>(
    "/dashboard/appProfiles",
    async (request): Promise<V1AppProfilesSummary> => {
      const { matches, order } = readAppProfileFilter(request.body);
      const page = pageOf(order(groupVersions(visible(request).filter(matches))), readPage(request.query));
      return { appProfiles: page.items.map((profile) => showAppSummary(backend, profile)), listmeta: page.listmeta };
    },
  );
}
