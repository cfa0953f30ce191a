import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/**
 * The stack that a construct stands in.
 * @throws where the stack is of another library than this package is for, or of another version of it: what CDKTF and
 * CDK Terrain call of each other's constructs is not there, and they fail at synth, far from the cause
 */
export function stackOf(scope: Construct): TerraformStack {
  const stack = TerraformStack.of(scope);
  if (membersOf(stack) === membersOf(Object.create(TerraformStack.prototype))) return stack;
  throw new Error(
    `OtherLibrary: the stack "${stack.node.path}" is of another library than the constructs in it, or of another version of it; @palette-profiles/cdktf goes with cdktf, and @palette-profiles/cdktn with cdktn`,
  );
}

/** By its members, and not by its class: two copies of one version go together. */
function membersOf(stack: object): string {
  let members = "";
  // The last one is the library's own: a program's stack inherits from it.
  for (let each = Object.getPrototypeOf(stack); each !== null; each = Object.getPrototypeOf(each)) {
    const names = Object.getOwnPropertyNames(each);
    if (names.includes("prepareStack")) members = names.sort().join();
  }
  return members;
}
