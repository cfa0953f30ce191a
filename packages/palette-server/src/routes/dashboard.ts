import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Backend } from "../backend";
import { pageOf, readPage } from "../paging";
import { groupVersions, readProfileFilter } from "../profiles/profile-filters";
import { showSummary } from "../profiles/show-summary";
import { requireProfile } from "../profiles/write-profile";
import { scopeOfCall } from "../scope";
import { listSystemProfiles, listVisibleProfiles, type Profile } from "../store/profiles";

interface Page {
  limit?: string;
  offset?: string;
  continue?: string;
}

export function dashboardRoutes(app: FastifyInstance, backend: Backend): void {
  const scopeOf = (request: Pick<FastifyRequest, "caller" | "headers">) => scopeOfCall(backend.db, request);
  const visible = (request: Pick<FastifyRequest, "caller" | "headers">): Profile[] => {
    const scope = scopeOf(request);
    if (scope.kind === "system") return listSystemProfiles(backend.db);
    return listVisibleProfiles(backend.db, scope.kind === "project" ? scope.project.uid : undefined);
  };

  /** One item a version. */
  app.get("/dashboard/clusterprofiles/metadata", async (request) => ({
    items: visible(request).map(({ uid, name, cloudType, version }) => ({
      metadata: { uid, name },
      spec: { cloudType, version },
    })),
  }));

  /** One item a profile, shown as its newest version that the filter lets through. */
  app.post<{ Querystring: Page }>("/dashboard/clusterprofiles", async (request) => {
    const { matches, order } = readProfileFilter(request.body);
    const page = pageOf(order(groupVersions(visible(request).filter(matches))), readPage(request.query));
    return { items: page.items.map((profile) => showSummary(backend, profile)), listmeta: page.listmeta };
  });

  app.get<{ Params: { uid: string } }>("/dashboard/clusterprofiles/:uid", async (request) =>
    showSummary(backend, requireProfile(backend, scopeOf(request), request.params.uid)),
  );
}
