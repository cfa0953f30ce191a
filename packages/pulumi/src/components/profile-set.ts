import * as pulumi from "@pulumi/pulumi";
import { ClusterProfile } from "../cluster-profile";
import type { ClusterProfileArgs } from "../cluster-profile.generated";
import type { ProfileClass, ProfileResource } from "./profile-class";

/** A profile without its place. */
type WithoutPlace = Omit<ClusterProfileArgs, "context" | "project">;

/** What a {@link ProfileSet} is. */
export interface ProfileSetArgs<Profile extends ProfileResource> {
  /** The projects, by name. Their order means nothing, and a new one changes no other's profile. */
  projects: readonly string[];
  /** What every project gets. */
  profile: WithoutPlace;
  /** What is different in a project: these properties stand in place of the profile's. Default: nothing. */
  for?: (project: string) => Partial<WithoutPlace> | undefined;
  /** The class of the profiles. Default: `ClusterProfile` of this package. */
  profileClass?: ProfileClass<Profile>;
}

/**
 * The same profile in many projects: one resource for each, which Pulumi knows by the project.
 *
 * @example
 * ```ts
 * new ProfileSet("baseline", {
 *   projects: ["team-a", "team-b"],
 *   profile: { name: "baseline", packs: [pack({ name: "cert-manager", tag: "1.16.2" })] },
 *   for: (project) => ({ tags: [`owner:${project}`] }),
 * });
 * ```
 */
export class ProfileSet<Profile extends ProfileResource = ClusterProfile> extends pulumi.ComponentResource {
  /** The profiles by project. Pulumi's name of each is that of the set, `-` and the project. */
  readonly profiles: Readonly<Record<string, Profile>>;
  /** The uids of the profiles' current versions, by project. */
  readonly uids: pulumi.Output<Record<string, string>>;

  /**
   * @param name Pulumi's name for the component.
   * @param args what the profile is, and where.
   * @param opts how Pulumi manages it. `protect`, `provider` and `retainOnDelete` hold for all profiles.
   * @throws where a project is named twice, or a profile has a place of its own.
   */
  constructor(name: string, args: ProfileSetArgs<Profile>, opts?: pulumi.ComponentResourceOptions) {
    const members = membersOf(name, args);
    super("palette:components:ProfileSet", name, {}, opts);
    // Where no class is given, Profile is the default.
    const profileClass = args.profileClass ?? (ClusterProfile as unknown as ProfileClass<Profile>);
    this.profiles = Object.fromEntries(
      members.map(([project, it]) => [project, new profileClass(`${name}-${project}`, it, { parent: this })]),
    );
    this.uids = pulumi.output(
      Object.fromEntries(Object.entries(this.profiles).map(([project, { uid }]) => [project, uid])),
    );
    this.registerOutputs({ uids: this.uids });
  }
}

function membersOf(name: string, args: ProfileSetArgs<ProfileResource>): [string, ClusterProfileArgs][] {
  const refuse = (what: string): never => {
    throw new Error(`ProfileSet "${name}": ${what}`);
  };
  return args.projects.map((project, index) => {
    if (typeof project !== "string" || project === "") {
      refuse(`projects[${index}] is missing, or not known yet: give a text, since Pulumi's name follows from it.`);
    }
    const first = args.projects.indexOf(project);
    if (first !== index) {
      refuse(`projects[${index}] is "${project}", as is projects[${first}]: name each project once.`);
    }
    const it: Partial<ClusterProfileArgs> & WithoutPlace = { ...args.profile, ...args.for?.(project) };
    if (it.context !== undefined && it.context !== "project") {
      refuse(
        `context is "${String(it.context)}": a profile of the tenant is in all projects, so make one ClusterProfile.`,
      );
    }
    if (it.project !== undefined) {
      refuse(`project is "${String(it.project)}": leave it out, each profile is in one of projects.`);
    }
    return [project, { ...it, context: "project", project }];
  });
}
