import * as pulumi from "@pulumi/pulumi";
import { yamlTexts } from "../program/yaml-texts";

/** Calls a function of this package in the program's own process. Palette's client is loaded by the first call. */
export async function callInProcess<R>(name: string, args: object, yaml: readonly string[] = []): Promise<R> {
  return (await answered(name, args, yaml)).result as R;
}

/** The same with arguments that may be outputs. One secret in the result makes all of it a secret. */
export function callInProcessOutput<R>(name: string, args: object, yaml: readonly string[] = []): pulumi.Output<R> {
  return pulumi.output(args).apply(async (known): Promise<R> => {
    const { result, secrets } = await answered(name, known, yaml);
    return (secrets.length === 0 ? result : pulumi.secret(result)) as R;
  });
}

interface Answer {
  result: unknown;
  secrets: readonly string[];
}

async function answered(name: string, args: object, yaml: readonly string[]): Promise<Answer> {
  const texts = yaml.length === 0 ? (args as pulumi.Inputs) : await settled(yamlTexts(args, yaml));
  const token = `palette:index:${name}`;
  if (isMocked()) return { result: await pulumi.runtime.invoke(token, texts), secrets: [] };
  const { invokeHere } = require("./invoke-here") as typeof import("./invoke-here");
  return invokeHere(token, texts);
}

/** The value with what it holds; what is known already waits for nothing. */
function settled(value: unknown): Promise<pulumi.Inputs> {
  return new Promise((resolve) => void pulumi.output(value as object).apply((known) => resolve(known)));
}

/** In a test with `pulumi.runtime.setMocks` its `call` answers, as it does for functions of a plugin. */
function isMocked(): boolean {
  const { MockMonitor } = require("@pulumi/pulumi/runtime/mocks") as typeof import("@pulumi/pulumi/runtime/mocks");
  return (pulumi.runtime.getMonitor() as unknown) instanceof MockMonitor;
}
