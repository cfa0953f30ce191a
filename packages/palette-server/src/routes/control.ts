import type { FastifyInstance } from "fastify";
import type { Backend } from "../backend";
import { readBody } from "../body";
import { type Faults, readFaults } from "../faults";
import { publishPack } from "../publish-pack";
import type { Stats } from "../stats";
import { upgradeSystemProfile } from "../system/upgrade-system-profile";
import type { Tokens } from "../tokens";
import { readUsers } from "../usage";

interface ControlParts {
  backend: Backend;
  stats: Stats;
  faults: Faults;
  tokens: Tokens;
}

/** `/__server/...`: what tests and benchmarks ask of the server itself; no key, as it only listens on loopback. */
export function controlRoutes(app: FastifyInstance, parts: ControlParts): void {
  const { backend, stats, faults, tokens } = parts;
  const { usage } = backend;
  app.get("/__server/stats", async () => stats.list());
  app.delete("/__server/stats", async (_request, reply) => {
    stats.reset();
    return reply.code(204).send();
  });
  app.get("/__server/faults", async () => faults.list());
  app.post("/__server/faults", async (request, reply) => {
    faults.add(readFaults(request.body));
    return reply.code(204).send();
  });
  app.delete("/__server/faults", async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post("/__server/packs", async (request, reply) => {
    publishPack(backend, request.body);
    return reply.code(204).send();
  });
  app.get("/__server/usage", async () => usage.list());
  app.post("/__server/usage", async (request, reply) => {
    usage.set(readUsers(readBody(request.body)));
    return reply.code(204).send();
  });
  app.delete("/__server/usage", async (_request, reply) => {
    usage.clear();
    return reply.code(204).send();
  });
  app.post("/__server/upgrade", async (request) => upgradeSystemProfile(backend, request.body));
  app.post("/__server/expire-tokens", async (_request, reply) => {
    tokens.expireAll();
    return reply.code(204).send();
  });
}
