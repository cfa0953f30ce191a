import { Aspects, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

const ours = new WeakSet<object>();

/** Called by each aspect of this package when it is made. */
export function rememberAspect(aspect: object): void {
  ours.add(aspect);
}

/**
 * Tells of aspects of this package above the stack: CDKTF begins at the stack, and passes over those of the app without a word, so
 * that what they should hold would not hold.
 */
export function unvisitedAspects(construct: IConstruct): string[] {
  const { scopes } = construct.node;
  const above = scopes.slice(0, scopes.indexOf(TerraformStack.of(construct)));
  const names = above
    .flatMap((scope) => Aspects.of(scope).all)
    .filter((aspect) => ours.has(aspect))
    .map((aspect) => aspect.constructor.name);
  return [...new Set(names)].map(
    (name) => `CDKTF does not visit aspects that are added to the app, so ${name} has no effect; add it to each stack`,
  );
}
