import { type ContainerModel, containerObject } from "@palette-profiles/profiles";
import { Fn, type IResolvable, TerraformIterator, Token } from "cdktf";
import { valuesText } from "../values/values-text";
import { yamlText } from "../values/yaml-text";
import type { ContainerProps } from "./container-props";

/** The values of a container's tier, in which tokens may stand, and what is wrong with the props. */
export function containerValues(props: ContainerProps): { values?: string; problems: string[] } {
  const { name } = props;
  const given = TYPED.filter((field) => props[field] !== undefined);
  if (props.values !== undefined) {
    const problems = given.length === 0 ? [] : [tooMuch(name, given)];
    return { values: valuesText(`the values of container "${name}"`, props.values), problems };
  }
  const { image, access } = props;
  if (image === undefined) return { problems: [noImage(name)] };
  if (Token.isUnresolved(access)) return { problems: [tokenAccess(name)] };
  return { values: yamlText(valuesOf({ ...props, image })), problems: [] };
}

const TYPED = [
  "image",
  "registryUrl",
  "replicas",
  "ports",
  "access",
  "env",
  "volumes",
  "command",
  "args",
] as const satisfies readonly (keyof ContainerProps)[];

function valuesOf({ ports, env, ...props }: ContainerProps & { image: string }): object {
  const { registryUrl, replicas, volumes, command, args } = props;
  const access = props.access as ContainerModel["access"];
  const known = { image: props.image, registryUrl, replicas, access, volumes, command, args };
  // A token in place of all ports or variables is one in the values as well.
  const portsToken = Token.isUnresolved(ports) ? Fn.formatlist("%s", [ports]) : undefined;
  const envToken = Token.isUnresolved(env) ? pairsOf(env) : undefined;
  const parts = { ports: portsToken ? SOME_PORT : ports, env: envToken ? undefined : env };
  const values = containerObject({ ...known, ...parts }, portText);
  const service = values.containerService as object;
  return {
    ...values,
    containerService: {
      ...service,
      ...(portsToken && { ports: portsToken }),
      ...(envToken && { env: envToken }),
    },
  };
}

/** Makes the output variable of the first port; the token takes its place. */
const SOME_PORT = [1];

/** Palette's samples have ports as texts. */
function portText(port: number): string {
  return Token.isUnresolved(port) ? Fn.tostring(port) : String(port);
}

function pairsOf(env: unknown): IResolvable {
  const variables = TerraformIterator.fromMap(Token.asStringMap(env));
  return variables.forExpressionForList("{ name = key, value = val }");
}

function tooMuch(name: string, given: string[]): string {
  return `container "${name}" gives values, which are the tier's whole values, and ${given.join(", ")}; leave out the values, or write the rest into their containerService`;
}

function noImage(name: string): string {
  return `container "${name}" gives no image; set image, such as "nginx:1.27", or values`;
}

function tokenAccess(name: string): string {
  return `the access of container "${name}" is a token, but must be known at synth, since other values follow from it; write "private" or "public"`;
}
