import { defineResource, type PlanValues, type Run, withoutUnknown } from "@palette-profiles/resource-kit";
import { explained as explainedTo, SYSTEM_TOKEN } from "../explain";
import { withDeadline } from "../lineage/deadline";
import { type Palette, systemScope } from "../palette";
import { applySystemProfile, asBefore } from "./apply";
import { type SystemProfileState, systemProfileAttributes } from "./attributes";
import { findForImport, IMPORT_FORMAT } from "./find";
import { systemProfileIdentity } from "./identity";
import { type LiveSystemProfile, listSystemProfiles, readSystemProfile } from "./live";
import { refine } from "./plan";
import { rebasedMemory } from "./rebase";
import { validate } from "./validate";

const explained = <T>(doing: string, act: () => Promise<T>): Promise<T> => explainedTo(doing, act, SYSTEM_TOKEN);

export const systemProfile = defineResource<Palette, typeof systemProfileAttributes>({
  type: "system_profile",
  description:
    "A system profile: the layers of the Enterprise cluster that hosts Palette. It is taken under management and changed, never created or deleted; destroy lets go of it.",
  attributes: systemProfileAttributes,
  version: 0,
  validate,
  refine: (draft) => explained(`planning system profile "${String(draft.planned.name)}"`, () => refine(draft)),

  create: (planned, run) =>
    explained(`taking over system profile "${String(planned.name)}"`, () =>
      applySystemProfile(undefined, planned, withDeadline(run, timeoutsOf(planned), "create")),
    ),

  read: (prior, run) =>
    explained(`reading system profile "${prior.name}"`, async () => {
      const at = systemScope(run);
      const known = prior.id === undefined ? undefined : await readSystemProfile(run.context, at, prior.id);
      // An upgrade of Palette may make the profile anew.
      const live = known ?? (await readByName(prior.name, run));
      return live && { ...asBefore(prior, live), name: live.name, lastApplied: rebasedMemory(prior, live) };
    }),

  update: (prior, planned, run) =>
    explained(`updating system profile "${prior.name}"`, () =>
      applySystemProfile(prior, planned, withDeadline(run, timeoutsOf(planned), "update")),
    ),

  removalNotes: ({ name }) => [
    {
      severity: "warning",
      code: "SystemProfileStays",
      summary: "The system profile stays in Palette",
      detail: `The system profile "${name}" is let go of, and nothing of it is deleted or changed: what this program has written into its layers stays. To take that back, remove it from the program and apply before, or use palette-profiles system-profile restore.`,
    },
  ],

  // Palette's own cluster stands on it: it is left as it is.
  delete: async () => undefined,

  identity: systemProfileIdentity,
  import: { format: IMPORT_FORMAT, find: (id, run) => explained(`importing "${id}"`, () => findForImport(id, run)) },
});

const timeoutsOf = ({ timeouts }: PlanValues<SystemProfileState>): SystemProfileState["timeouts"] =>
  withoutUnknown(timeouts) as SystemProfileState["timeouts"];

async function readByName(name: string, run: Run<Palette>): Promise<LiveSystemProfile | undefined> {
  const at = systemScope(run);
  const found = (await listSystemProfiles(run.context, at)).find((each) => each.name === name);
  return found && readSystemProfile(run.context, at, found.uid);
}
