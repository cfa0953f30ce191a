import { type AnyValues, type Attribute, type Attributes, isBlock, isObject } from "@palette-profiles/resource-kit";

/**
 * Where the program gave a value that Palette would have given otherwise, such as a pack's tag.
 * Pulumi hands a read no inputs, and without this they could not be told from the state.
 */
export function givenPaths(attributes: Attributes, inputs: AnyValues, at = ""): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]): string[] => {
    const value = inputs[name];
    const path = `${at}${name}`;
    if (value === undefined) return [];
    if (attribute.kind === "block") {
      return isObject(value) ? givenPaths(attribute.attributes, value, `${path}.`) : [];
    }
    if (attribute.kind === "blockList") {
      if (!Array.isArray(value)) return [];
      return value.flatMap((element: unknown, index) =>
        isObject(element) ? givenPaths(attribute.attributes, element, `${path}.${index}.`) : [],
      );
    }
    return mayBeEither(attribute) ? [path] : [];
  });
}

/** The inputs that would make what is live, so that Pulumi can show drift: the state without what only Palette gives. */
export function liveInputs(
  attributes: Attributes,
  it: { prior: AnyValues; live: AnyValues; given: ReadonlySet<string> },
  at = "",
): AnyValues {
  const inputs: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const [prior, live] = [it.prior[name], it.live[name]];
    const path = `${at}${name}`;
    if (live === undefined || isComputedOnly(attribute)) continue;
    if (attribute.kind === "block" && isObject(live)) {
      const before = isObject(prior) ? prior : {};
      inputs[name] = liveInputs(attribute.attributes, { ...it, prior: before, live }, `${path}.`);
    } else if (attribute.kind === "blockList" && Array.isArray(live)) {
      const before = Array.isArray(prior) ? prior : [];
      const keys = before.map((element) => (isObject(element) ? attribute.key(element) : undefined));
      inputs[name] = live.filter(isObject).map((element) => {
        const was = keys.indexOf(attribute.key(element));
        const old = before[was];
        return liveInputs(
          attribute.attributes,
          { ...it, prior: isObject(old) ? old : {}, live: element },
          `${path}.${was}.`,
        );
      });
    } else if (!mayBeEither(attribute) || it.given.has(path)) {
      inputs[name] = live;
    }
  }
  return inputs;
}

/** The program may give it, else Palette does. A default makes it always given. */
function mayBeEither(attribute: Attribute): boolean {
  return !isBlock(attribute) && attribute.computed === true && attribute.optional === true && !hasDefault(attribute);
}

function isComputedOnly(attribute: Attribute): boolean {
  return !isBlock(attribute) && attribute.computed === true && attribute.optional !== true;
}

function hasDefault(attribute: Attribute): boolean {
  return !isBlock(attribute) && attribute.default !== undefined;
}
