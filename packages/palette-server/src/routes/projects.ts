import type { V1Project, V1ProjectsSummary } from "@palette-profiles/palette-api";
import type { FastifyInstance } from "fastify";
import type { Backend } from "../backend";
import { notFound } from "../errors";
import { pageOf, readPage } from "../paging";
import { readProjectFilter } from "../project-filter";
import { findProject, listProjects } from "../store/projects";

export function projectRoutes(app: FastifyInstance, backend: Backend): void {
  app.get<{ Querystring: { name?: string } }>("/dashboard/projects/metadata", async (request) => ({
    items: listProjects(backend.db)
      .filter((project) => !request.query.name || project.name === request.query.name)
      .map(({ name, uid }) => ({ metadata: { name, uid } })),
  }));

  app.post<{ Querystring: { limit?: string; offset?: string; continue?: string } }>(
    "/dashboard/projects",
    async (request): Promise<V1ProjectsSummary> => {
      const projects = readProjectFilter(request.body)(listProjects(backend.db));
      const { items, listmeta } = pageOf(projects, readPage(request.query));
      return {
        items: items.map(({ name, uid, created, labels }) => ({
          metadata: { name, uid, creationTimestamp: created, labels },
          specSummary: { logoUrl: "", teams: [], users: [] },
          status: { status: { isDisabled: false } },
        })),
        listmeta,
      };
    },
  );

  app.get<{ Params: { uid: string } }>("/projects/:uid", async (request): Promise<V1Project> => {
    const project = findProject(backend.db, request.params.uid);
    if (!project) throw notFound(`The project ${request.params.uid}`);
    return {
      metadata: { name: project.name, uid: project.uid, creationTimestamp: project.created, labels: project.labels },
      spec: { alerts: [], logoUrl: "", teams: [], users: [] },
      status: { isDisabled: false },
    };
  });
}
