import { answer, answerInParts } from "../rpc/answer";
import type { Session } from "../rpc/session";
import type { Message } from "../wire/message";
import {
  type CallName,
  calls,
  type Request,
  type Response,
  type StreamName,
  type StreamRequest,
  streams,
} from "../wire/tfplugin6";
import type { Route } from "./grpc-server";

/** The provider's calls, by path. */
export function providerRoutes<C>(session: () => Promise<Session<C>>): Map<string, Route> {
  return new Map([
    ...(Object.keys(calls) as CallName[]).map((name) => [callPath(name), callRoute(session, name)] as const),
    ...(Object.keys(streams) as StreamName[]).map((name) => [callPath(name), streamRoute(session, name)] as const),
  ]);
}

export function callPath(name: CallName | StreamName): string {
  return `/tfplugin6.Provider/${name}`;
}

function callRoute<C, Name extends CallName>(session: () => Promise<Session<C>>, name: Name): Route {
  const messages: { request: Message<unknown>; response: Message<unknown> } = calls[name];
  return {
    async unary(bytes) {
      const request = messages.request.decode(bytes) as Request<Name>;
      const response: Response<Name> = await answer(await session(), name, request);
      return messages.response.encode(response);
    },
  };
}

function streamRoute<C, Name extends StreamName>(session: () => Promise<Session<C>>, name: Name): Route {
  const messages: { request: Message<unknown>; response: Message<unknown> } = streams[name];
  return {
    async *stream(bytes, signal) {
      const request = messages.request.decode(bytes) as StreamRequest<Name>;
      for await (const event of answerInParts(await session(), name, request, signal)) {
        yield messages.response.encode(event);
      }
    },
  };
}
