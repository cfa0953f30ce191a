import type { Draft } from "@palette-profiles/resource-kit";
import type { Palette } from "../../palette";
import type { ClusterProfileState } from "../attributes";

/** A plan of a cluster profile in the making. */
export type ProfileDraft = Draft<Palette, ClusterProfileState>;

/** A value of which each part may still be unknown. */
export type Planned<T> = { [K in keyof T]: unknown };
