import type { TerraformProvider, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { stackOf } from "./stack-of";

/** The providers that profiles can be written for: ours, and the official one. */
export const IMPLEMENTATIONS = ["palette", "spectrocloud"] as const;

export type Implementation = (typeof IMPLEMENTATIONS)[number];

/** Which provider stands beneath the profiles of a place, and whether they came from another one. */
export interface Chosen {
  implementation: Implementation;
  /** The official provider's resources of the same ids become ours. */
  moved: boolean;
}

const PLAIN: Chosen = { implementation: "palette", moved: false };
const choices = new WeakMap<TerraformStack, Chosen>();
const ofProviders = new WeakMap<TerraformProvider, Chosen>();
/** Stacks in which a construct has gone by the default, and its path. */
const asked = new WeakMap<TerraformStack, string>();

/** What a construct goes by: its own provider, or else that of its stack. */
export function chosenFor(scope: Construct, provider?: TerraformProvider): Chosen {
  if (provider !== undefined) return ofProviders.get(provider) ?? ofType(provider.terraformResourceType);
  const stack = stackOf(scope);
  const chosen = choices.get(stack);
  if (chosen === undefined) asked.set(stack, scope.node.path);
  return chosen ?? PLAIN;
}

function ofType(type: string): Chosen {
  return type === "spectrocloud" ? { implementation: "spectrocloud", moved: false } : PLAIN;
}

/** @throws where constructs have gone by another choice already, or the stack is of another library */
export function choose(provider: TerraformProvider, chosen: Chosen): void {
  ofProviders.set(provider, chosen);
  const stack = stackOf(provider);
  if (provider.alias !== undefined) return;
  const before = asked.get(stack);
  if (before !== undefined && (chosen.implementation !== PLAIN.implementation || chosen.moved)) {
    throw new Error(
      `ProviderTooLate: "${before}" stands in the stack before the provider "${provider.node.path}", and went by the default; make the PaletteProvider first`,
    );
  }
  choices.set(stack, chosen);
}
