import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorBody } from "./errors";
import type { Faults } from "./faults";
import { routeTemplate } from "./stats";

/** Lets faults befall the requests of this part of the app. */
export function actOutFaults(app: FastifyInstance, faults: Faults): void {
  const closing = new AbortController();
  const cutAfterwards = new WeakSet<FastifyRequest>();
  app.addHook("preClose", async () => closing.abort());

  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0]!;
    const fault = faults.take(request.method, routeTemplate(request.routeOptions.url ?? path), path);
    if (!fault) return;
    const { action } = fault;
    if (action === "reset-before") return cut(request, reply);
    if (action === "reset-after") cutAfterwards.add(request);
    else if ("delayMs" in action) await sleep(action.delayMs, undefined, { signal: closing.signal }).catch(() => {});
    else {
      const body = action.body ?? errorBody("FaultInjected", "The answer of a fault set for tests", request.id);
      return reply
        .code(action.status)
        .headers(action.headers ?? {})
        .send(action.status === 204 ? undefined : body);
    }
  });

  app.addHook("onSend", async (request, reply, payload) => {
    if (cutAfterwards.has(request)) cut(request, reply);
    return payload;
  });
}

function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
}
