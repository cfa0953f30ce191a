import * as pulumi from "@pulumi/pulumi";
import { ClusterProfile } from "../cluster-profile";
import type { ClusterProfileArgs } from "../cluster-profile.generated";
import { allTags } from "./all-tags";
import { checkPlatform } from "./check-platform";
import type { PlatformInfraArgs, PlatformStackArgs } from "./platform-stack-args";
import type { ProfileClass, ProfileResource } from "./profile-class";

/**
 * An infra profile with the add-on profiles that fit it, in one place and moved together: a new `version` is a new
 * version of every profile that names none of its own.
 *
 * @example
 * ```ts
 * const platform = new PlatformStack("platform", {
 *   version: "1.1.0",
 *   infra: {
 *     cloud: "aws",
 *     os: pack({ name: "ubuntu-aws", tag: "22.04" }),
 *     kubernetes: pack({ name: "kubernetes", tag: "1.31.5" }),
 *     network: pack({ name: "cni-calico", tag: "3.29.1" }),
 *     storage: pack({ name: "csi-aws-ebs", tag: "1.37.0" }),
 *   },
 *   addons: [{ name: "certificates", packs: [pack({ name: "cert-manager", tag: "1.16.2" })] }],
 * });
 * export const uids = platform.uids;
 * ```
 */
export class PlatformStack<Profile extends ProfileResource = ClusterProfile> extends pulumi.ComponentResource {
  /** The infra profile. Pulumi's name of it is that of the platform. */
  readonly infra: Profile;
  /** The add-on profiles by name. Pulumi's name of each is that of the platform, `-` and its own. */
  readonly addons: Readonly<Record<string, Profile>>;
  /** The uid of the infra profile's current version. */
  readonly infraUid: pulumi.Output<string>;
  /** The uids of the add-on profiles' current versions, by name. */
  readonly addonUids: pulumi.Output<Record<string, string>>;
  /** All uids, infra first, then the add-ons in their order: what a cluster is given. */
  readonly uids: pulumi.Output<string[]>;

  /**
   * @param name Pulumi's name for the component, and the infra profile's where that has none.
   * @param args what the platform is.
   * @param opts how Pulumi manages it. `protect`, `provider` and `retainOnDelete` hold for all profiles.
   * @throws where the platform cannot be one: a layer missing, two profiles of one name, an add-on for another cloud.
   */
  constructor(name: string, args: PlatformStackArgs<Profile>, opts?: pulumi.ComponentResourceOptions) {
    checkPlatform(name, args as unknown as PlatformStackArgs<ProfileResource>);
    super("palette:components:PlatformStack", name, {}, opts);
    // Where no class is given, Profile is the default.
    const profileClass = args.profileClass ?? (ClusterProfile as unknown as ProfileClass<Profile>);
    const { version, context, project, tags, infra, addons = [] } = args;
    const member = (child: string, it: ClusterProfileArgs) => {
      const whole = { context, project, ...it, version: it.version ?? version, tags: allTags(tags, it.tags) };
      return new profileClass(child, whole, { parent: this });
    };
    this.infra = member(name, infraProfile(name, infra));
    this.addons = Object.fromEntries(
      addons.map((it) => [it.name, member(`${name}-${it.name}`, { ...it, type: "add-on" })]),
    );
    this.infraUid = this.infra.uid;
    this.addonUids = pulumi.output(
      Object.fromEntries(Object.entries(this.addons).map(([addon, { uid }]) => [addon, uid])),
    );
    this.uids = pulumi.output([this.infra.uid, ...addons.map((it) => this.addons[it.name]!.uid)]);
    this.registerOutputs({ infraUid: this.infraUid, addonUids: this.addonUids, uids: this.uids });
  }
}

function infraProfile(platform: string, infra: PlatformInfraArgs): ClusterProfileArgs {
  const { os, kubernetes, network, storage, ...rest } = infra;
  const packs = [os, kubernetes, network, ...(storage === undefined ? [] : [storage])];
  return { ...rest, name: infra.name ?? platform, type: "infra", packs };
}
