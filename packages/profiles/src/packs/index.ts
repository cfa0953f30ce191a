export { checkStack } from "./check-stack";
export type { LayerKind, PackConstraint, PackKnowledge, PackPreset, PackState, ValueRule } from "./knowledge";
export { INFRA_LAYERS, isInfra, LAYER_WORDS } from "./knowledge";
export type { PackProblem, PackProblemCode } from "./problem";
export type { PlannedLayer, Stack, StackLayer } from "./stack";
export { isTrain } from "./trains";
