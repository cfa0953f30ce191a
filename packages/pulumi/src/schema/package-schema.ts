import { palette } from "@palette-profiles/resources";
import { servedFunctions } from "../functions/served-functions";
import { served } from "../runtime/served";
import { configVariables, providerSpec } from "./config-spec";
import { functionSpec } from "./function-spec";
import { LANGUAGES } from "./languages";
import { nestedTypes, tokenOf } from "./nested-types";
import { resourceSpec } from "./resource-spec";
import type { PackageSpec } from "./specs";
import { functionStories, resourceStories } from "./stories";
import { tidyText } from "./tidy-text";

/**
 * Pulumi's schema of this package, from which it makes SDKs for every language. It is made of the attributes that
 * every front door serves, so that it cannot say what a resource does not do.
 */
export function packageSchema(): PackageSpec {
  const variables = configVariables();
  return {
    name: "palette",
    namespace: "palette-profiles",
    displayName: "Palette profiles",
    version: palette.version,
    description:
      "Profiles of Spectro Cloud Palette as code: cluster profiles, app profiles, and the system profile of a Palette of one's own.",
    keywords: ["category/infrastructure", "kind/native", "kubernetes", "palette", "spectrocloud"],
    license: "Apache-2.0",
    publisher: "Palette Profiles",
    config: { variables, defaults: Object.keys(variables) },
    provider: providerSpec(),
    resources: byToken(served, (name, { resource }) => resourceSpec(name, resource, storyOf(resourceStories, name))),
    types: Object.assign(
      {},
      ...Object.entries(served).map(
        ([
          name,
          {
            resource: { attributes },
          },
        ]) => nestedTypes(name, attributes, tidyText(attributes)),
      ),
    ),
    // The one function that takes objects takes a cluster profile's.
    functions: byToken(servedFunctions, (name, it) =>
      functionSpec(name, it, storyOf(functionStories, name), tokenOf("ClusterProfile")),
    ),
    language: LANGUAGES,
  };
}

function byToken<T, S>(all: Readonly<Record<string, T>>, spec: (name: string, it: T) => S): Record<string, S> {
  return Object.fromEntries(Object.entries(all).map(([name, it]) => [`palette:index:${name}`, spec(name, it)]));
}

function storyOf<T>(stories: Readonly<Record<string, T>>, name: string): T {
  const story = stories[name];
  if (story === undefined) throw new Error(`${name} has no example: write one in schema/stories.ts.`);
  return story;
}
