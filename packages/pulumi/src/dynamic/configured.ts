import { type Palette, palette } from "@palette-profiles/resources";
import { missingCredentials } from "../runtime/missing-credentials";
import { settings } from "../runtime/settings";
import type { Configured } from "./backend";

/** The provider as a stack's configuration sets it, for resources of the dynamic mode and for functions. */
export const configured: Configured<Palette> = { provider: palette, settings, refusal: missingCredentials };
