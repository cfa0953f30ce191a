import type { AnyValues } from "@palette-profiles/resource-kit";

const names = "id name mode text size enabled colours notes labels password secret secret_version old_name settings";

/** A whole configuration of a `toy_thing`, as Terraform sends it: every attribute, null where the user wrote nothing. */
export function thingConfig(values: object): AnyValues {
  return { ...Object.fromEntries(names.split(" ").map((name) => [name, null])), part: [], ...values };
}
