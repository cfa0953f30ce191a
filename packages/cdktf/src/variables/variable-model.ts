import type { VariableModel } from "@palette-profiles/profiles";

/** A variable with the display name that Palette wants. */
export type CheckedVariable = VariableModel & { displayName: string };
