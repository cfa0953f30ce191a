import type { CallName, Request, Response, StreamEvent, StreamName, StreamRequest } from "../wire/tfplugin6";
import type { Session } from "./session";

/** Answers one of Terraform's calls. What it throws is told to the user as a diagnostic. */
export type Handler<Name extends CallName> = <C>(
  session: Session<C>,
  request: Request<Name>,
) => Response<Name> | Promise<Response<Name>>;

/** Answers a call in parts. The signal is aborted when Terraform has enough of them. */
export type StreamHandler<Name extends StreamName> = <C>(
  session: Session<C>,
  request: StreamRequest<Name>,
  signal: AbortSignal,
) => AsyncIterable<StreamEvent<Name>>;
