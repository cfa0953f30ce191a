import type { V1AppProfileTiers, V1AppTierManifests } from "@palette-profiles/palette-api";
import type { FastifyInstance } from "fastify";
import { showManifest, showResolvedValues, showTier } from "../app-profiles/show-tier";
import { requireAppProfile } from "../app-profiles/write-app-profile";
import { addTier, putTier, removeTier, replaceTier, requireTier } from "../app-profiles/write-tier";
import { addManifest, putManifest, removeManifest, requireManifest } from "../app-profiles/write-tier-manifest";
import type { Backend } from "../backend";
import { showMetadata } from "../profiles/show-profile";
import { readScope } from "../scope";
import { findTiers } from "../store/app-profiles";

interface ByUid {
  Params: { uid: string };
}
interface OfTier {
  Params: { uid: string; tierUid: string };
}
interface OfManifest {
  Params: { uid: string; tierUid: string; manifestUid: string };
}

/** The tiers of an app profile, and the manifests of a tier. */
export function appTierRoutes(app: FastifyInstance, backend: Backend): void {
  const scopeOf = (request: { headers: Parameters<typeof readScope>[1] }) => readScope(backend.db, request.headers);
  const tierOf = ({ uid, tierUid }: OfTier["Params"]) =>
    requireTier(backend, requireAppProfile(backend, uid).uid, tierUid);
  const tiers = "/appProfiles/:uid/tiers";
  const tier = `${tiers}/:tierUid`;
  const manifest = `${tier}/manifests/:manifestUid`;

  app.get<ByUid>(tiers, async (request): Promise<V1AppProfileTiers> => {
    const profile = requireAppProfile(backend, request.params.uid);
    return {
      metadata: showMetadata(backend, profile),
      spec: { appTiers: findTiers(backend.db, profile.uid).map(showTier) },
    };
  });

  app.post<ByUid>(tiers, async (request, reply) =>
    reply.code(201).send({ uid: addTier(backend, scopeOf(request), request.params.uid, request.body) }),
  );

  app.patch<ByUid>(tiers, async (request, reply) =>
    reply.code(201).send({ uid: replaceTier(backend, scopeOf(request), request.params.uid, request.body) }),
  );

  app.get<OfTier>(tier, async (request) => showTier(tierOf(request.params)));

  app.put<OfTier>(tier, async (request, reply) => {
    const { uid, tierUid } = request.params;
    putTier(backend, scopeOf(request), uid, tierUid, request.body);
    return reply.code(204).send();
  });

  app.delete<OfTier>(tier, async (request, reply) => {
    const { uid, tierUid } = request.params;
    removeTier(backend, scopeOf(request), uid, tierUid);
    return reply.code(204).send();
  });

  app.get<OfTier>(`${tier}/resolvedValues`, async (request) => showResolvedValues(tierOf(request.params)));

  app.get<OfTier>(
    `${tier}/manifests`,
    async (request): Promise<V1AppTierManifests> => ({
      manifests: tierOf(request.params).manifests.map(showManifest),
    }),
  );

  app.post<OfTier>(`${tier}/manifests`, async (request, reply) => {
    const { uid, tierUid } = request.params;
    return reply.code(201).send({ uid: addManifest(backend, scopeOf(request), uid, tierUid, request.body) });
  });

  app.get<OfManifest>(manifest, async (request) =>
    showManifest(requireManifest(tierOf(request.params), request.params.manifestUid)),
  );

  app.put<OfManifest>(manifest, async (request, reply) => {
    const { uid, tierUid, manifestUid } = request.params;
    putManifest(backend, scopeOf(request), uid, tierUid, manifestUid, request.body);
    return reply.code(204).send();
  });

  app.delete<OfManifest>(manifest, async (request, reply) => {
    const { uid, tierUid, manifestUid } = request.params;
    removeManifest(backend, scopeOf(request), uid, tierUid, manifestUid);
    return reply.code(204).send();
  });
}
