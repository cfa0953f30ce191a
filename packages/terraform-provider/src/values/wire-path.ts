import { type Attribute, type Attributes, isBlock, type Path, terraformName } from "@palette-profiles/resource-kit";
import type { Encodable } from "../wire/message";
import type { attributePathStep, WirePath } from "../wire/parts";

type Step = Encodable<typeof attributePathStep>;

/** A path in Terraform's names. It ends where Terraform's own view of the value does, so that the place can be shown. */
export function wirePath(attributes: Attributes, path: Path): WirePath {
  const steps: Step[] = [];
  let level: Attributes | undefined = attributes;
  let parent: Attribute | undefined;
  for (const step of path) {
    const attribute: Attribute | undefined = typeof step === "string" ? level?.[step] : undefined;
    if (attribute !== undefined && typeof step === "string") {
      steps.push({ attributeName: terraformName(step, attribute) });
      level = isBlock(attribute) ? attribute.attributes : undefined;
      parent = attribute;
      continue;
    }
    const element = elementStep(parent, step);
    if (element === undefined) break;
    steps.push(element);
  }
  return { steps };
}

/** Elements of a set have no place of their own, and what is inside a scalar is not Terraform's to know. */
function elementStep(parent: Attribute | undefined, step: string | number): Step | undefined {
  if (typeof step === "number") {
    return parent?.kind === "blockList" || parent?.kind === "stringList" ? { elementKeyInt: step } : undefined;
  }
  return parent?.kind === "stringMap" ? { elementKeyString: step } : undefined;
}
