import type { V1Macros, V1UserInfo } from "@palette-profiles/palette-api";
import type { FastifyInstance } from "fastify";
import type { Backend } from "../backend";
import { readList, readObject, readString } from "../body";
import { invalid, notFound, PaletteError } from "../errors";
import { scopeOfCall } from "../scope";
import { findMacros, type Macro, type MacroOwner, saveMacros, upsertMacros } from "../store/macros";
import { findProject } from "../store/projects";
import { uidOf } from "../uid";
import { visibleMacros } from "../visible-macros";

/** There is one tenant, which has the same uid on every server. */
export const TENANT_UID = uidOf("tenant");
const USER_UID = uidOf("user");

interface OfOwner {
  Params: { uid?: string; tenantUid?: string };
}
const uidIn = (params: OfOwner["Params"]): string => params.uid ?? params.tenantUid ?? "";

export function macroRoutes(app: FastifyInstance, backend: Backend): void {
  const { db } = backend;

  app.get(
    "/users/info",
    async ({ caller }): Promise<V1UserInfo> =>
      caller.kind === "system"
        ? { orgName: "system", tenantUid: "", userUid: uidOf("user", caller.email) }
        : { orgName: "default", tenantUid: TENANT_UID, userUid: USER_UID },
  );

  app.get(
    "/clusterprofiles/macros",
    async (request): Promise<V1Macros> => ({
      macros: visibleMacros(db, scopeOfCall(db, request)),
    }),
  );

  const owners: [path: string, owner: (uid: string) => MacroOwner][] = [
    [
      "/projects/:uid/macros",
      (uid) => {
        if (!findProject(db, uid)) throw notFound(`The project ${uid}`);
        return { kind: "project", uid };
      },
    ],
    [
      "/tenants/:tenantUid/macros",
      (uid) => {
        if (uid !== TENANT_UID) throw notFound(`The tenant ${uid}`);
        return { kind: "tenant" };
      },
    ],
    ["/users/system/macros", () => ({ kind: "system" })],
  ];
  for (const [path, ownerOf] of owners) {
    app.get<OfOwner>(
      path,
      async (request): Promise<V1Macros> => ({ macros: findMacros(db, ownerOf(uidIn(request.params))) }),
    );

    const change = (act: (owner: MacroOwner, given: Macro[]) => void) => (uid: string, body: unknown) => {
      const owner = ownerOf(uid);
      const given = readMacros(body);
      db.transaction(() => act(owner, given)).immediate();
    };
    const changes = {
      POST: change((owner, given) => {
        const taken = given.find(({ name }) => findMacros(db, owner).some((macro) => macro.name === name));
        if (taken) throw new PaletteError(409, "MacroAlreadyExists", `There is a macro "${taken.name}" already`);
        upsertMacros(db, owner, given);
      }),
      PUT: change((owner, given) => saveMacros(db, owner, given)),
      PATCH: change((owner, given) => upsertMacros(db, owner, given)),
      DELETE: change((owner, given) => {
        const gone = new Set(given.map(({ name }) => name));
        saveMacros(
          db,
          owner,
          findMacros(db, owner).filter(({ name }) => !gone.has(name)),
        );
      }),
    };
    for (const [method, apply] of Object.entries(changes)) {
      app.route<OfOwner>({
        method,
        url: path,
        handler: async (request, reply) => {
          apply(uidIn(request.params), request.body);
          return reply.code(204).send();
        },
      });
    }
  }
}

function readMacros(body: unknown): Macro[] {
  const macros = (readList(readObject(body, "")?.macros, "macros") ?? []).map((item, index) => {
    const macro = readObject(item, `macros[${index}]`);
    const name = readString(macro?.name, `macros[${index}].name`) ?? "";
    if (name === "") throw invalid("InvalidMacro", `macros[${index}].name is missing`);
    return { name, value: readString(macro?.value, `macros[${index}].value`) ?? "" };
  });
  const names = macros.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw invalid("DuplicateMacro", `The macro "${twice}" is given twice`);
  return macros;
}
