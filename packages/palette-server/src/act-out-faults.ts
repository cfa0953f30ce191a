import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorBody } from "./errors";
import type { FaultAction, Faults } from "./faults";
import { routeTemplate } from "./stats";

const cutResponses = new WeakSet<ServerResponse>();

/** True when a fault has cut the connection, so that the client never saw the answer. */
export function wasCut(response: ServerResponse): boolean {
  return cutResponses.has(response);
}

/** Lets faults befall the requests of this part of the app. */
export function actOutFaults(app: FastifyInstance, faults: Faults): void {
  const closing = new AbortController();
  const befallen = new WeakMap<FastifyRequest, FaultAction>();
  app.addHook("preClose", async () => closing.abort());

  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0]!;
    const action = faults.take(request.method, routeTemplate(request.routeOptions.url ?? path), path)?.action;
    if (action === undefined) return;
    befallen.set(request, action);
    if (action === "reset-before") return cut(request, reply);
    if (typeof action === "object" && "status" in action) return answer(request, reply, action);
  });

  // Only once the body has arrived: a request is then carried out even when its client does not wait for that.
  app.addHook("preHandler", async (request) => {
    const action = befallen.get(request);
    if (typeof action !== "object" || !("delayMs" in action)) return;
    await sleep(action.delayMs, undefined, { signal: closing.signal }).catch(() => {});
  });

  app.addHook("onSend", async (request, reply, payload) => {
    if (befallen.get(request) === "reset-after") cut(request, reply);
    return payload;
  });
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  action: Extract<FaultAction, { status: number }>,
): FastifyReply {
  const body = action.body ?? errorBody("FaultInjected", "The answer of a fault set for tests", request.id);
  reply.code(action.status).headers(action.headers ?? {});
  return reply.send(action.status === 204 ? undefined : body);
}

function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  cutResponses.add(reply.raw);
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
}
