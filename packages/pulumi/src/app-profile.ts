import type * as pulumi from "@pulumi/pulumi";
import { type AppProfileArgs, AppProfileBase } from "./app-profile.generated";

/**
 * An app profile: the tiers that make an app for virtual clusters, in versions.
 *
 * - Tiers are in order. The output variables of one can be used in those after it; the preview refuses others.
 * - `tiers` of this package makes them from typed arguments; the plain shape takes everything else.
 * - A change to a tier is one call for that tier. A new `version` makes a new version in Palette and keeps those there are.
 * - `sensitiveProperties` are always secrets. Palette masks them, so what somebody changes in them elsewhere does not show.
 * - Destroy removes the versions that this resource made; `skipDestroy` keeps them.
 *
 * @example
 * ```ts
 * const shop = new AppProfile("shop", {
 *   name: "shop",
 *   tiers: [
 *     tiers.postgres({ name: "db", databaseName: "shop", userName: "app", volumeSize: 8 }),
 *     tiers.container({
 *       name: "api",
 *       image: "ghcr.io/example/api:1.0.0",
 *       ports: [3000],
 *       env: { DB_HOST: tiers.output("db", "POSTGRESMSTR_SVC") },
 *     }),
 *   ],
 * });
 * ```
 */
export class AppProfile extends AppProfileBase {
  /**
   * @param name Pulumi's name for the resource; the profile's own is `args.name`.
   * @param args what the profile is.
   * @param opts how Pulumi manages it. `import` is not possible for a resource without a plugin.
   */
  constructor(name: string, args: AppProfileArgs, opts?: pulumi.CustomResourceOptions) {
    super(name, args, opts);
  }

  /**
   * A profile that exists, which Pulumi then reads and does not manage.
   * @param id how the resource is imported: `NAME:CONTEXT[:VERSION]` or `UID:CONTEXT`.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AppProfile {
    return new AppProfile(name, {} as AppProfileArgs, { ...opts, id });
  }
}
