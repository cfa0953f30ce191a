import { type Attribute, type Attributes, type DataSource, isBlock } from "@palette-profiles/resource-kit";
import type { PulumiFunction } from "./pulumi-function";

/** A data source as a function: what can be given are its arguments, and all of it its results. */
export function dataSourceFunction<C>(source: DataSource<C>): PulumiFunction<C> {
  const { description, attributes, validate } = source;
  return {
    description,
    arguments: givenOf(attributes),
    anything: [],
    results: attributes,
    ...(validate === undefined ? {} : { validate: (values) => validate(values) }),
    call: (values, run) => source.read(values, run()),
  };
}

/** The attributes to which a program may give a value. */
function givenOf(attributes: Attributes): Attributes {
  const isGiven = (attribute: Attribute) =>
    isBlock(attribute) || attribute.required === true || attribute.optional === true;
  return Object.fromEntries(Object.entries(attributes).filter(([, attribute]) => isGiven(attribute)));
}
