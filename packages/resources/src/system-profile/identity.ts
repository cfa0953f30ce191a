import { type IdentitySpec, s } from "@palette-profiles/resource-kit";
import { explained, SYSTEM_TOKEN } from "../explain";
import { hostAttribute, hostOf, requireHost } from "../host";
import { type Palette, systemScope } from "../palette";
import type { SystemProfileState } from "./attributes";
import { findSystemProfile } from "./find";

/** A system profile is known by its name: an upgrade of Palette may make it anew. */
export const systemProfileIdentity: IdentitySpec<Palette, SystemProfileState> = {
  version: 0,
  attributes: {
    host: hostAttribute,
    name: s.string({ description: "The profile's name.", required: true }),
  },
  of: ({ name }, { context: { client } }) => ({ host: hostOf(client), name }),
  find: ({ host, name }, run) =>
    explained(
      `importing system profile "${String(name)}"`,
      async () => {
        requireHost(host, run.context.client);
        return { id: await findSystemProfile(run.context, systemScope(run), String(name)), name: String(name) };
      },
      SYSTEM_TOKEN,
    ),
};
