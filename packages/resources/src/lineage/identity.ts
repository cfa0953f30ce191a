import { type AnyValues, DiagnosticError, type IdentitySpec, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { hostAttribute, hostOf, requireHost } from "../host";
import type { Palette } from "../palette";
import { findProfile, type ProfileSought } from "./import";
import type { LineageKind } from "./kind";
import type { LineageState } from "./state";

const identityAttributes = {
  host: hostAttribute,
  context: s.string({ description: "`project` or `tenant`. Default `project`.", optional: true }),
  project: s.string({
    description: "The project's name, in the context `project`. Default: the provider's project.",
    optional: true,
  }),
  name: s.string({ description: "The profile's name.", required: true }),
};

/** A profile is a name in a scope: its versions, and with them its uid, come and go. */
export function profileIdentity<S extends LineageState>(kind: LineageKind<S>): IdentitySpec<Palette, S> {
  return {
    version: 0,
    attributes: identityAttributes,
    of: ({ name, context = "project", project }, { context: palette }) =>
      // A state on its way to its first read, as after a move, may not know its name.
      name === undefined || name === ""
        ? undefined
        : {
            host: hostOf(palette.client),
            context,
            ...(context === "project" && { project: project ?? palette.project }),
            name,
          },
    find: (identity, run) =>
      explained(`importing ${kind.noun} "${String(identity.name)}"`, async () => {
        requireHost(identity.host, run.context.client);
        return (await findProfile(kind, soughtBy(identity, kind.noun, run.context.project), run)) as S;
      }),
  };
}

function soughtBy({ name, context = "project", project }: AnyValues, noun: string, standard: string): ProfileSought {
  const who = String(name);
  if (context !== "project" && context !== "tenant") {
    throw new DiagnosticError({
      code: "InvalidIdentity",
      path: ["context"],
      summary: `There is no context "${String(context)}"`,
      detail: `The identity of the ${noun} "${who}" has context = "${String(context)}": write "project" or "tenant".`,
    });
  }
  const given = typeof project === "string" && project !== "" ? project : undefined;
  if (context === "tenant" && given !== undefined) {
    throw new DiagnosticError({
      code: "InvalidIdentity",
      path: ["project"],
      summary: "A tenant profile has no project",
      detail: `The identity of the ${noun} "${who}" has project = "${given}", but context is "tenant". Leave one of them out.`,
    });
  }
  return { who, context, project: given ?? standard };
}
