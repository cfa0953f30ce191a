import { type TerraformStack, Testing } from "cdktf";

/** What aspects tell of a stack: path, level and message of each annotation. */
export function annotationsOf(stack: TerraformStack): string[] {
  Testing.synth(stack);
  return stack.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === "@cdktf/error" || type === "@cdktf/warn")
        .map(({ type, data }) => `${type.slice("@cdktf/".length)} [${node.path}] ${data}`),
    );
}
