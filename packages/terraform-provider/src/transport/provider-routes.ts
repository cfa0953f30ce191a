import { answer } from "../rpc/answer";
import type { Session } from "../rpc/session";
import type { Message } from "../wire/message";
import { type CallName, calls, type Request, type Response } from "../wire/tfplugin6";
import type { Route } from "./grpc-server";

/** The provider's calls, by path. */
export function providerRoutes<C>(session: () => Promise<Session<C>>): Map<string, Route> {
  return new Map((Object.keys(calls) as CallName[]).map((name) => [callPath(name), providerRoute(session, name)]));
}

export function callPath(name: CallName): string {
  return `/tfplugin6.Provider/${name}`;
}

function providerRoute<C, Name extends CallName>(session: () => Promise<Session<C>>, name: Name): Route {
  const messages: { request: Message<unknown>; response: Message<unknown> } = calls[name];
  return {
    async unary(bytes) {
      const request = messages.request.decode(bytes) as Request<Name>;
      const response: Response<Name> = await answer(await session(), name, request);
      return messages.response.encode(response);
    },
  };
}
