import type { ReviewInput } from "../model";

/** An input, and the stack, workspace or file that it is of, where it has to be told from others. */
export interface StackInput {
  stack?: string;
  input: ReviewInput;
}

/** The inputs of several stacks as one. Resources and notes say which stack they are of. */
export function combineInputs(inputs: readonly StackInput[]): ReviewInput {
  return {
    resources: inputs.flatMap(({ stack, input }) =>
      stack === undefined ? input.resources : input.resources.map((resource) => ({ ...resource, stack })),
    ),
    notes: inputs.flatMap(({ stack, input }) =>
      (input.notes ?? []).map((note) => (stack === undefined ? note : `${stack}: ${note}`)),
    ),
  };
}
