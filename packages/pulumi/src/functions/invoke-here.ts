import type { Run } from "@palette-profiles/resource-kit";
import type { Palette } from "@palette-profiles/resources";
import * as pulumi from "@pulumi/pulumi";
import { Backend } from "../dynamic/backend";
import { configured } from "../dynamic/configured";
import type { Properties } from "../runtime/wire";
import { invokeFunction } from "./invoke";

const backend = new Backend(configured, new Map<string, Palette>());

/**
 * Calls a function in the program's process, with the stack's `palette:` configuration and the environment.
 * @throws one error that tells all that is wrong, each at its argument.
 */
export async function invokeHere(token: string, args: Properties): Promise<{ result: unknown; secrets: string[] }> {
  const config = new pulumi.Config("palette");
  const get = (key: string) => config.get(key.slice("palette:".length));
  backend.configure({ get, require: (key) => config.require(key.slice("palette:".length)) });
  const run = (): Run<Palette> => ({ context: backend.context(), signal: new AbortController().signal });
  const invoked = await invokeFunction({ token, args, run });
  if ("result" in invoked) return invoked;
  const told = invoked.failures.map(({ property, reason }) => (property === "" ? reason : `${property}: ${reason}`));
  throw new Error(`${token.split(":").at(-1)}: ${told.join("\n")}`);
}
