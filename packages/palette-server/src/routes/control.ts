import type { FastifyInstance } from "fastify";
import { type Faults, readFaults } from "../faults";
import type { Stats } from "../stats";

/** `/__server/...`: what tests and benchmarks ask of the server itself; no key, as it only listens on loopback. */
export function controlRoutes(app: FastifyInstance, stats: Stats, faults: Faults): void {
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
}
