import * as pulumi from "@pulumi/pulumi";

type Tags = pulumi.Input<pulumi.Input<string>[]>;

/** Both lists in one, each tag once; absent where there is none. */
export function allTags(first: Tags | undefined, second: Tags | undefined): Tags | undefined {
  if (first === undefined) return second;
  if (second === undefined) return first;
  return pulumi.all([first, second]).apply(([a, b]) => [...new Set([...a, ...b])]);
}
