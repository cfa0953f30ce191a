import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Backend } from "../backend";
import { readObject } from "../body";
import { invalid } from "../errors";
import { readPacks } from "../profiles/pack-input";
import { showAllManifests, showPackManifests } from "../profiles/show-manifests";
import { showProfile } from "../profiles/show-profile";
import { validatePacks } from "../profiles/validate-packs";
import { maskVariable } from "../profiles/variables";
import {
  createProfile,
  patchMetadata,
  publishProfile,
  refuseTaken,
  removeProfile,
  replaceProfile,
  requireProfile,
} from "../profiles/write-profile";
import { removeVariables, replaceVariables, upsertVariables } from "../profiles/write-variables";
import { scopeOfCall } from "../scope";
import { findVariables } from "../store/profiles";

interface ByUid {
  Params: { uid: string };
}

export function clusterProfileRoutes(app: FastifyInstance, backend: Backend): void {
  const scopeOf = (request: Pick<FastifyRequest, "caller" | "headers">) => scopeOfCall(backend.db, request);

  app.post<{ Querystring: { publish?: string } }>("/clusterprofiles", async (request, reply) => {
    const uid = createProfile(backend, scopeOf(request), request.body, readFlag(request.query.publish, "publish"));
    return reply.code(201).send({ uid });
  });

  app.get<ByUid & { Querystring: { includePackMeta?: string } }>("/clusterprofiles/:uid", async (request) => {
    const extras = new Set((request.query.includePackMeta ?? "").split(","));
    const profile = requireProfile(backend, scopeOf(request), request.params.uid);
    return showProfile(backend, profile, { schema: extras.has("schema"), presets: extras.has("presets") });
  });

  app.put<ByUid>("/clusterprofiles/:uid", async (request, reply) => {
    replaceProfile(backend, scopeOf(request), request.params.uid, request.body);
    return reply.code(204).send();
  });

  app.delete<ByUid>("/clusterprofiles/:uid", async (request, reply) => {
    removeProfile(backend, scopeOf(request), request.params.uid);
    return reply.code(204).send();
  });

  app.patch<ByUid>("/clusterprofiles/:uid/metadata", async (request, reply) => {
    patchMetadata(backend, scopeOf(request), request.params.uid, request.body);
    return reply.code(204).send();
  });

  app.patch<ByUid>("/clusterprofiles/:uid/publish", async (request, reply) => {
    publishProfile(backend, scopeOf(request), request.params.uid);
    return reply.code(204).send();
  });

  app.get<ByUid>("/clusterprofiles/:uid/variables", async (request) => {
    const profile = requireProfile(backend, scopeOf(request), request.params.uid);
    return { variables: findVariables(backend.db, profile.uid).map(maskVariable) };
  });

  app.put<ByUid>("/clusterprofiles/:uid/variables", async (request, reply) => {
    replaceVariables(backend, scopeOf(request), request.params.uid, request.body);
    return reply.code(204).send();
  });

  app.patch<ByUid>("/clusterprofiles/:uid/variables", async (request, reply) => {
    upsertVariables(backend, scopeOf(request), request.params.uid, request.body);
    return reply.code(204).send();
  });

  app.delete<ByUid>("/clusterprofiles/:uid/variables", async (request, reply) => {
    removeVariables(backend, scopeOf(request), request.params.uid, request.body);
    return reply.code(204).send();
  });

  app.get<ByUid>("/clusterprofiles/:uid/packs/manifests", async (request) =>
    showAllManifests(backend, requireProfile(backend, scopeOf(request), request.params.uid)),
  );

  app.get<{ Params: { uid: string; packName: string } }>(
    "/clusterprofiles/:uid/packs/:packName/manifests",
    async (request) =>
      showPackManifests(
        backend,
        requireProfile(backend, scopeOf(request), request.params.uid),
        request.params.packName,
      ),
  );

  app.get<{ Querystring: { name?: string; version?: string } }>(
    "/clusterprofiles/validate/name",
    async (request, reply) => {
      const { name = "", version = "" } = request.query;
      if (name === "") throw invalid("InvalidProfileName", "The query parameter name is missing");
      const scope = scopeOf(request);
      refuseTaken(backend, {
        scope: scope.kind,
        projectUid: scope.kind === "project" ? scope.project.uid : "",
        name,
        version,
      });
      return reply.code(204).send();
    },
  );

  app.post("/clusterprofiles/validate/packs", async (request) =>
    validatePacks(backend, readPacks(readObject(request.body, "")?.packs, "packs")),
  );

  app.post<ByUid>("/clusterprofiles/:uid/validate/packs", async (request) => {
    const { uid } = requireProfile(backend, scopeOf(request), request.params.uid);
    const packs = readPacks(readObject(request.body, "")?.packs, "packs");
    return validatePacks(backend, packs, findVariables(backend.db, uid));
  });
}

function readFlag(value: string | undefined, name: string): boolean {
  if (value === undefined || value === "" || value === "false") return false;
  if (value === "true") return true;
  throw invalid("InvalidQuery", `${name} must be true or false, not "${value}"`);
}
