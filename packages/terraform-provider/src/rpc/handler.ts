import type { CallName, Request, Response } from "../wire/tfplugin6";
import type { Session } from "./session";

/** Answers one of Terraform's calls. What it throws is told to the user as a diagnostic. */
export type Handler<Name extends CallName> = <C>(
  session: Session<C>,
  request: Request<Name>,
) => Response<Name> | Promise<Response<Name>>;
