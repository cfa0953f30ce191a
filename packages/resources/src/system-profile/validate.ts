import { type DeepMaybeUnknown, type ProblemCode, type ProfileModel, validateLayers } from "@palette-profiles/profiles";
import { type Diagnostic, isObject, type PlanValues } from "@palette-profiles/resource-kit";
import { overrideRules } from "../cluster-profile/validate";
import type { SystemProfileState } from "./attributes";

/** What is wrong in the text itself. */
export function validate(config: PlanValues<SystemProfileState>): Diagnostic[] {
  const packs = Array.isArray(config.packs) ? (config.packs as unknown[]) : [];
  const layers = packs.map((layer) => (isObject(layer) ? { ...layer, manifests: layer.manifests ?? [] } : layer));
  const model = { name: config.name, packs: layers } as DeepMaybeUnknown<ProfileModel>;
  const told = validateLayers(model).map(
    ({ code, path, message, severity }): Diagnostic => ({
      severity,
      code,
      summary: SUMMARIES[code] ?? "The layer is not valid",
      detail: message,
      path,
    }),
  );
  const overrides = packs.flatMap((layer, index) =>
    isObject(layer) ? overrideRules(layer, `Layer "${String(layer.name)}"`, ["packs", index, "overrides"]) : [],
  );
  return [...told, ...overrides];
}

const SUMMARIES: Partial<Record<ProblemCode, string>> = {
  EmptyName: "The name is empty",
  InvalidYaml: "This is not YAML",
  DuplicateLayer: "A layer is named twice",
  DuplicateManifest: "A manifest is named twice",
};
