import { type Attributes, isBlock, type Path, terraformName } from "@palette-profiles/resource-kit";
import type { Encodable } from "../wire/message";
import type { attributePathStep, WirePath } from "../wire/tfplugin6";

type Step = Encodable<typeof attributePathStep>;

/** A path in Terraform's names. It ends where the schema does, so that Terraform can always show the place. */
export function wirePath(attributes: Attributes, path: Path): WirePath {
  const steps: Step[] = [];
  let level: Attributes | undefined = attributes;
  for (const [index, step] of path.entries()) {
    if (typeof step === "number") {
      steps.push({ elementKeyInt: step });
      continue;
    }
    const attribute: Attributes[string] | undefined = level?.[step];
    if (attribute === undefined) {
      if (level === undefined && index > 0) steps.push({ elementKeyString: step });
      break;
    }
    steps.push({ attributeName: terraformName(step, attribute) });
    level = isBlock(attribute) ? attribute.attributes : undefined;
  }
  return { steps };
}
