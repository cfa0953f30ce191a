import type { TerraformProvider } from "cdktf";
import type { ProfileTimeouts } from "./profile-timeouts";

/** What a profile with versions is, whatever its kind. */
export interface ProfileProps {
  /** The profile's name, unique with its version in its scope. */
  readonly name: string;

  /**
   * Semantic version. A new one makes a new version in Palette beside those there are.
   * @default "1.0.0"
   */
  readonly version?: string;

  /**
   * The scope: `project` or `tenant`. A change replaces the profile.
   * @default "project"
   */
  readonly context?: string;

  /**
   * The project's name, in the context `project`. A change replaces the profile.
   * @default - the provider's project
   */
  readonly project?: string;

  /**
   * What the profile is for.
   * @default - none
   */
  readonly description?: string;

  /**
   * Tags, each `key` or `key:value`.
   * @default - none
   */
  readonly tags?: string[];

  /**
   * What a new `version` does: `new` makes a version beside the old one, `in_place` renames the one there is, with its
   * uid.
   * @default "new"
   */
  readonly versionPolicy?: string;

  /**
   * Refuses to change the content of a version; give it a new `version` instead.
   * @default false
   */
  readonly immutableVersions?: boolean;

  /**
   * How many versions to keep, the current one included: older ones of this resource that nothing uses are removed when a
   * new one is made.
   * @default - all
   */
  readonly retainVersions?: number;

  /**
   * Takes over a profile of this name and version that is there already, if its content is the same.
   * @default false
   */
  readonly adopt?: boolean;

  /**
   * Destroy leaves the profile in Palette.
   * @default false
   */
  readonly skipDestroy?: boolean;

  /**
   * The address that Terraform's state has the profile at until now, where that is not the construct's own: another id,
   * an index as in `spectrocloud_cluster_profile.team["a"]`, or `module.web.spectrocloud_cluster_profile.base`. Terraform
   * moves it from there, and makes nothing anew. Stays without effect once that is applied.
   * @default - the construct's id; of the official provider, where the PaletteProvider says `movedFrom`
   */
  readonly movedFrom?: string;

  /**
   * How long operations may take.
   * @default - 20 minutes each
   */
  readonly timeouts?: ProfileTimeouts;

  /**
   * The provider to use, in a program that has more than one.
   * @default - the stack's only PaletteProvider
   */
  readonly provider?: TerraformProvider;
}
