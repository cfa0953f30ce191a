import type { ClusterProfileArgs } from "../cluster-profile.generated";
import type { PlatformAddonArgs, PlatformStackArgs } from "./platform-stack-args";
import type { ProfileResource } from "./profile-class";

/** The packs that every platform names; whether storage is needed depends on the cloud, which the plan knows. */
const NEEDED = { os: "operating system", kubernetes: "Kubernetes", network: "network" } as const;

/**
 * Refuses a platform that cannot be one, before anything is registered. Types tell most of it to programs in TypeScript;
 * what is an output is left to the preview.
 * @throws with the platform, the profile, what is wrong and what to do.
 */
export function checkPlatform(
  platform: string,
  { infra, addons = [], ...all }: PlatformStackArgs<ProfileResource>,
): void {
  const refuse = (what: string): never => {
    throw new Error(`PlatformStack "${platform}": ${what}`);
  };
  for (const [key, words] of Object.entries(NEEDED) as [keyof typeof NEEDED, string][]) {
    if (infra[key] === undefined) refuse(`infra has no ${words} layer: give its pack as infra.${key}.`);
  }
  if (all.context === "tenant" && all.project !== undefined) {
    refuse('context is "tenant", which is no project\'s, but project is given too: leave one of them out.');
  }
  for (const [place, member, type] of [
    ["infra", infra, "infra"] as const,
    ...addons.map((addon, index) => [`addons[${index}]`, addon, "add-on"] as const),
  ]) {
    const given = member as Partial<ClusterProfileArgs>;
    if (given.type !== undefined && given.type !== type) {
      refuse(`${place}.type is "${String(given.type)}", and a profile there is of type "${type}": leave it out.`);
    }
    for (const key of ["context", "project"] as const) {
      if (given[key] !== undefined && given[key] !== all[key]) {
        refuse(
          `${place}.${key} is "${String(given[key])}", but a platform's profiles are all in one place: give ${key} beside infra, for all of them.`,
        );
      }
    }
  }
  checkAddons(infra.cloud, infra.name ?? platform, addons, refuse);
}

function checkAddons(
  cloud: unknown,
  infraName: string,
  addons: readonly PlatformAddonArgs[],
  refuse: (what: string) => never,
): void {
  const places = new Map([[infraName, "infra"]]);
  for (const [index, addon] of addons.entries()) {
    const place = `addons[${index}]`;
    if (typeof addon.name !== "string" || addon.name === "") {
      refuse(`${place}.name is missing, or not known yet: give a text, since Pulumi's name follows from it.`);
    }
    const other = places.get(addon.name);
    if (other !== undefined) {
      refuse(`${place}.name is "${addon.name}", as is that of ${other}: give each profile a name of its own.`);
    }
    places.set(addon.name, place);
    if (isOneCloud(addon.cloud) && isOneCloud(cloud) && addon.cloud !== cloud) {
      refuse(
        `${place} ("${addon.name}") is for the cloud "${addon.cloud}", but infra is for "${cloud}", so no cluster could have both: leave cloud out of the add-on, or make it "all".`,
      );
    }
  }
}

function isOneCloud(cloud: unknown): cloud is string {
  return typeof cloud === "string" && cloud !== "all";
}
