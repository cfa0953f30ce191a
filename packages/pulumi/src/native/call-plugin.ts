import * as pulumi from "@pulumi/pulumi";
import { yamlTexts } from "../program/yaml-texts";
import { version } from "./version";

/** Calls a function of the plugin. */
export function callPlugin<R>(
  name: string,
  args: object,
  opts?: pulumi.InvokeOptions,
  yaml: readonly string[] = [],
): Promise<R> {
  const texts = yamlTexts(args, yaml) as pulumi.Inputs;
  return pulumi.runtime.invoke(`palette:index:${name}`, texts, { version, ...opts });
}

/** The same with arguments that may be outputs. */
export function callPluginOutput<R>(
  name: string,
  args: object,
  opts?: pulumi.InvokeOutputOptions,
  yaml: readonly string[] = [],
): pulumi.Output<R> {
  const texts = yamlTexts(args, yaml) as pulumi.Inputs;
  return pulumi.runtime.invokeOutput(`palette:index:${name}`, texts, { version, ...opts });
}
