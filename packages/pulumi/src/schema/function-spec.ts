import type { PulumiFunction } from "../functions/pulumi-function";
import { exampleValues } from "./example-values";
import type { Direction } from "./presence";
import { functionPrograms } from "./programs";
import { objectSpec, type Rendering } from "./property-spec";
import type { FunctionSpec, ObjectSpec } from "./specs";
import { tidyText } from "./tidy-text";

/** What the documentation of a function shows beside its properties. */
export interface FunctionStory {
  /** The variable in the example. */
  called: string;
  /** The arguments that the example gives, by the kit's names. */
  gives: readonly string[];
  /** The result that the example takes, by Pulumi's name. */
  result: string;
}

/** A function in Pulumi's package schema. */
export function functionSpec<C>(
  name: string,
  it: PulumiFunction<C>,
  story: FunctionStory,
  typeOf: Rendering["typeOf"],
): FunctionSpec {
  const tidy = tidyText({ ...it.arguments, ...it.results });
  const object = (direction: Direction): ObjectSpec => ({
    type: "object",
    ...objectSpec(direction === "args" ? it.arguments : it.results, { tidy, typeOf, direction, top: true }),
  });
  const inputs = object("args");
  for (const any of it.anything) {
    const { description = "" } = inputs.properties[any] ?? {};
    inputs.properties[any] = { $ref: "pulumi.json#/Any", description };
  }
  const values = exampleValues(it.arguments, story.gives);
  return {
    description: `${tidy(it.description)}\n\n${functionPrograms({ name, attributes: it.arguments, values, ...story })}`,
    inputs,
    outputs: object("results"),
  };
}
