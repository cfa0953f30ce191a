import type { At } from "@palette-profiles/palette-api";
import { type Listed, type ListSpec, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { hostOf } from "../host";
import { type Palette, scopeOf } from "../palette";
import { scopeRules } from "./rules";
import type { LineageState, PlannedLineage } from "./state";

/** A profile as Palette's dashboard shows it: as one of its versions. */
export interface ProfileShown {
  name: string;
  /** `project` or `tenant`, where the dashboard tells it. */
  scope: string | undefined;
}

/** Asks the dashboard for the profiles that a scope sees, 50 in a call. */
export type ProfileSearch = (palette: Palette, at: At, nameContains: string | undefined) => Promise<ProfileShown[]>;

/** Finds the profiles of a scope, each once, whatever versions it has. */
export function profileList<S extends LineageState>(noun: string, search: ProfileSearch): ListSpec<Palette, S> {
  return {
    description: `The ${noun}s of a project or of the tenant, each once, as its newest version.`,
    attributes: {
      context: s.string({ description: "`project` or `tenant`. Default `project`.", optional: true }),
      project: s.string({
        description: "The project's name, in the context `project`. Default: the provider's project.",
        optional: true,
      }),
      nameContains: s.string({
        description: "Only profiles whose name holds this, in capitals or not.",
        optional: true,
      }),
    },
    validate: (config) => scopeRules(noun, config as PlannedLineage),
    async *list(config, run): AsyncGenerator<Listed<S>> {
      const { context: palette } = run;
      const context = config.context === "tenant" ? "tenant" : "project";
      const project = context === "tenant" ? undefined : String(config.project ?? palette.project);
      const part = config.nameContains === undefined ? undefined : String(config.nameContains);
      const shown = await explained(`listing ${noun}s`, async () =>
        search(palette, await scopeOf({ context, project }, run), part),
      );
      // A project is shown the tenant's profiles too.
      const own = shown.filter(({ scope }) => scope === undefined || scope === context);
      const wanted = own.filter(({ name }) => part === undefined || name.toLowerCase().includes(part.toLowerCase()));
      for (const name of [...new Set(wanted.map((each) => each.name))].sort()) {
        const identity = { host: hostOf(palette.client), context, ...(project !== undefined && { project }), name };
        yield { displayName: name, identity };
      }
    },
  };
}
