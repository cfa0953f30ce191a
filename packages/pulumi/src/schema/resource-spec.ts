import type { Resource } from "@palette-profiles/resource-kit";
import { exampleValues } from "./example-values";
import { tokenOf } from "./nested-types";
import { resourcePrograms } from "./programs";
import { objectSpec } from "./property-spec";
import type { ResourceSpec } from "./specs";
import { tidyText } from "./tidy-text";

/** What the documentation of a resource shows beside its properties. */
export interface ResourceStory {
  /** What to know that no property says. */
  note: string;
  /** Pulumi's name for it in the example. */
  called: string;
  /** The properties that the example gives. */
  gives: readonly string[];
  /** An id that an import takes. */
  importId: string;
}

/** A resource in Pulumi's package schema. */
export function resourceSpec<C>(name: string, resource: Resource<C>, story: ResourceStory): ResourceSpec {
  const { attributes, description } = resource;
  const tidy = tidyText(attributes);
  const rendering = { tidy, typeOf: tokenOf(name), top: true };
  const { properties, required } = objectSpec(attributes, { ...rendering, direction: "outputs" });
  const inputs = objectSpec(attributes, { ...rendering, direction: "args" });
  return {
    description: [
      `${tidy(description)} ${story.note}`,
      resourcePrograms({ name, called: story.called, attributes, values: exampleValues(attributes, story.gives) }),
      `## Import\n\nBy ${resource.import?.format}:\n\n\`\`\`sh\n$ pulumi import palette:index:${name} ${story.called} ${story.importId}\n\`\`\``,
    ].join("\n\n"),
    properties,
    required,
    inputProperties: inputs.properties,
    requiredInputs: inputs.required,
  };
}
