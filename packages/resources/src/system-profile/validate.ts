import {
  type DeepMaybeUnknown,
  type ProblemCode,
  type ProfileModel,
  validateLayers,
  validateLayersConfig,
} from "@palette-profiles/profiles";
import { type Diagnostic, isObject, type PlanValues } from "@palette-profiles/resource-kit";
import { configRules } from "../lineage/rules";
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
  return [...told, ...configRules(validateLayersConfig(model))];
}

const SUMMARIES: Partial<Record<ProblemCode, string>> = {
  EmptyName: "The name is empty",
  InvalidYaml: "This is not YAML",
  DuplicateLayer: "A layer is named twice",
  DuplicateManifest: "A manifest is named twice",
};
