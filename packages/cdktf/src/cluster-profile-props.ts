import type { TerraformProvider } from "cdktf";
import type { ClusterProfileTimeouts } from "./cluster-profile-timeouts";

/** What a cluster profile is, beside its layers and variables. */
export interface ClusterProfileProps {
  /** The profile's name, unique with its version in its scope. */
  readonly name: string;

  /**
   * Semantic version. A new one makes a new version in Palette beside those there are.
   * @default "1.0.0"
   */
  readonly version?: string;

  /**
   * `add-on`, `infra`, or `cluster`, which Palette's pages call full. A change replaces the profile.
   * @default "add-on"
   */
  readonly type?: string;

  /**
   * The cloud that the profile is for, such as `aws`, or `all`. A change replaces the profile.
   * @default "all"
   */
  readonly cloud?: string;

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
   * Destroy leaves the profile in Palette.
   * @default false
   */
  readonly skipDestroy?: boolean;

  /**
   * How long operations may take.
   * @default - 20 minutes each
   */
  readonly timeouts?: ClusterProfileTimeouts;

  /**
   * The provider to use, in a program that has more than one.
   * @default - the stack's only PaletteProvider
   */
  readonly provider?: TerraformProvider;
}
