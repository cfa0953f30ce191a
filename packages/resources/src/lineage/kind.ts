import type { At } from "@palette-profiles/palette-api";
import type { AnyValues, Attributes, PlanValues } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import type { ContentChange } from "./content-changes";
import type { LineageState } from "./state";
import type { VersionUsers } from "./version-users";

/** A version as Palette shows it, as far as all kinds of profiles are alike. */
export interface VersionSeen {
  name: string | undefined;
  version: string;
  /** `project` or `tenant`. */
  scope: string | undefined;
  projectName: string | undefined;
  users: VersionUsers;
}

/**
 * What tells one kind of profile from another, for all that is the same: versions, names, adoption, retention, import.
 * Methods, so that a kind of its own state stands for a kind of any.
 */
export interface LineageKind<S extends LineageState = LineageState> {
  /** For people: `cluster profile`. */
  noun: string;
  attributes: Attributes;
  /** What Palette does not keep, as it is where nobody says otherwise: for an import. */
  unkept: Partial<S>;
  /** What a version holds, and where it is: a change of anything else concerns nobody who uses it. */
  content: readonly string[];
  /** What replaces the resource when it changes. */
  replacing: readonly string[];
  /** Whether the plan looks for packs, and so tells of a wrong project by itself. */
  hasPacks(planned: AnyValues): boolean;
  /** Whether any of the user's own words are unknown; what Palette gives may be. */
  hasContentUnknown(planned: AnyValues): boolean;
  /** Whether a name is taken in exactly this scope. */
  isTaken(palette: Palette, at: At, who: { name: string; version: string; context: string }): Promise<boolean>;
  /** All versions that are visible in the scope. */
  listed(palette: Palette, at: At): Promise<{ uid: string; name: string; version: string }[]>;
  /** @throws a `PaletteError` where it is not there. */
  see(palette: Palette, at: At, uid: string): Promise<VersionSeen>;
  remove(palette: Palette, at: At, uid: string): Promise<void>;
  /**
   * What Palette holds, or `undefined` where there is nothing. `known` gives what Palette does not tell.
   * @param isTaken `known` is the state of another provider, taken over, and this is the first read of it
   */
  readLive(palette: Palette, at: At, uid: string, known: Partial<S>, isTaken?: boolean): Promise<S | undefined>;
  /** A state without the secrets of which nobody knows whether a version holds these, since Palette masks them. */
  withoutSecrets(known: S): S;
  /** What is planned, with the write-only values of the config: for what is sent, never for a state. */
  withWriteOnly?(planned: S, config: PlanValues<S>): S;
  /**
   * What is wanted, as far as a version that comes back may be taken to have it: what asks for a write-only value to be
   * written again is as it was in the state before.
   */
  asWritten?(wanted: S, prior: S): S;
  /** With what the user left to the packs filled in, as Palette is sent it. */
  complete(palette: Palette, at: At, it: S): Promise<S>;
  /** Creates a version, and gives its uid. */
  create(palette: Palette, at: At, it: S): Promise<string>;
  /** Makes the version under `uid` what it should be. */
  change(palette: Palette, at: At, uid: string, before: S, after: S): Promise<void>;
  /** Makes sure of what Palette does not show, in a version that is taken over. */
  affirm(palette: Palette, at: At, uid: string, live: S, wanted: S): Promise<void>;
  /** How the content of a version differs, by meaning. */
  contentChanges(before: AnyValues, after: AnyValues): ContentChange[];
  /** The same, where two ways to write a layer may come to the same in Palette. Asks Palette only where it must. */
  trueChanges(palette: Palette, at: At, before: AnyValues, after: AnyValues): Promise<ContentChange[]>;
}
