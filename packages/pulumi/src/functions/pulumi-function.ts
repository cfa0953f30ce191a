import type { AnyValues, Attributes, Diagnostic, Run } from "@palette-profiles/resource-kit";

/** What programs can call, in either mode: a data source, or a function of the kit. */
export interface PulumiFunction<C> {
  /** One plain sentence or more, for people. */
  description: string;
  /** What it takes, by the kit's names. */
  arguments: Attributes;
  /** Arguments that take any value, of which `arguments` tells no type. */
  anything: readonly string[];
  /** What it gives, by the kit's names. */
  results: Attributes;
  /** What can be told of the arguments before anything is called. */
  validate?(values: AnyValues): Diagnostic[];
  /** @param run gives the configured backend; not called where the function needs none. */
  call(values: AnyValues, run: () => Run<C>): Promise<AnyValues>;
}
