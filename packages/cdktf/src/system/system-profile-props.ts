import type { TerraformProvider } from "cdktf";
import type { LayerChangeProps } from "./layer-change-props";
import type { SystemProfileTimeouts } from "./system-profile-timeouts";

/** Which system profile is adopted, and what an apply may do to it. */
export interface SystemProfileProps {
  /** The profile's name. It must be there: system profiles come with Palette. */
  readonly name: string;

  /**
   * Lets an apply change the profile. Without it, a plan that would change anything is an error.
   * @default false
   */
  readonly allowUpdate?: boolean;

  /**
   * What is changed of the layers that the profile has, by their names, such as `kubernetes`. `changeLayer` changes more.
   * @default - nothing but what is changed by `changeLayer`
   */
  readonly changes?: { [layer: string]: LayerChangeProps };

  /**
   * A file that gets the layers as they were, before each update; an earlier one is kept beside it. Relative to the folder
   * that the program runs in, and never within `cdktf.out` unless it says so.
   * @default - none; Terraform's state keeps the layers alone
   */
  readonly backupFile?: string;

  /**
   * How long operations may take.
   * @default - 20 minutes each
   */
  readonly timeouts?: SystemProfileTimeouts;

  /**
   * The provider to use, in a program that has more than one.
   * @default - the stack's only PaletteProvider
   */
  readonly provider?: TerraformProvider;
}
