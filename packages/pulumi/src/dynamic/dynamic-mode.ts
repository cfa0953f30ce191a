import * as pulumi from "@pulumi/pulumi";
import type { Mode } from "../program/mode";
import { providerText } from "./provider-text";

/**
 * Resources whose provider is this package itself: nothing to install beside it.
 *
 * Their classes are no `pulumi.dynamic.Resource`, which would write this package's code into the state: see
 * {@link providerText}.
 */
export const dynamicMode: Mode = {
  typeOf: (resource) => `pulumi-nodejs:dynamic/palette:${resource}`,
  beside: ({ resource, type, name, parent }) => ({
    __provider: providerText(resource),
    __urn: urnOf(type, name, parent),
  }),
  refuse(name, opts) {
    if (opts.import === undefined) return;
    throw new Error(
      `${name}: the option import = "${opts.import}" is for the native mode, since Pulumi imports nothing without a plugin. ` +
        "Give adopt: true among the arguments in its place, or take the class from @palette-profiles/pulumi/native. [ImportOption]",
    );
  },
  options: {},
};

/** For warnings, which a dynamic provider could not say at the resource otherwise. A promise, since an output would make the resource wait for its parent's other children. */
function urnOf(type: string, name: string, parent: pulumi.Resource | undefined): Promise<string> {
  return new Promise((resolve) => void pulumi.createUrn(name, type, parent).apply(resolve));
}
