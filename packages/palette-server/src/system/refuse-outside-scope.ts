import type { FastifyRequest } from "fastify";
import { PaletteError } from "../errors";

/** What a system administrator's token reaches: the system's own, and what is read to understand it. */
const OF_SYSTEM = [
  "/v1/clusterprofiles",
  "/v1/dashboard/clusterprofiles",
  "/v1/packs",
  "/v1/registries",
  "/v1/users/info",
  "/v1/users/system/macros",
];

/** Keeps tenants out of the system's paths, and system administrators out of everything that is a tenant's. */
export function refuseOutsideScope(request: FastifyRequest): void {
  const path = request.url.split("?")[0]!;
  if (request.caller.kind === "tenant") {
    if (!isUnder(path, "/v1/system")) return;
    throw new PaletteError(
      403,
      "SystemTokenRequired",
      `${request.method} ${path} needs a system administrator's token, an API key was given`,
    );
  }
  const { projectuid } = request.headers;
  if (projectuid !== undefined && projectuid !== "") {
    throw new PaletteError(
      403,
      "TenantAccessForbidden",
      `A system administrator's token acts on the system: leave the header ProjectUid out (it is "${projectuid}")`,
    );
  }
  if (request.is404) return;
  const route = request.routeOptions.url ?? "";
  if (OF_SYSTEM.some((prefix) => isUnder(route, prefix))) return;
  throw new PaletteError(
    403,
    "TenantAccessForbidden",
    `${request.method} ${path} is for tenants and projects: a system administrator's token does not reach it, use an API key`,
  );
}

function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
