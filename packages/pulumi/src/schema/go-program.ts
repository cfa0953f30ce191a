import { type AnyValues, type Attribute, type Attributes, isBlock } from "@palette-profiles/resource-kit";
import { LANGUAGES } from "./languages";
import { typeName } from "./type-name";

interface GoProgram {
  /** In Pulumi: `ClusterProfile`. */
  name: string;
  /** The variable in the program. */
  called: string;
  attributes: Attributes;
  /** By the kit's names. */
  values: AnyValues;
}

/** A program in Go that makes a resource. Its types are those of the SDK that Pulumi makes from the schema. */
export function goProgram({ name, called, attributes, values }: GoProgram): string {
  return `package main

import (
	"${LANGUAGES.go.importBasePath}"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		${called}, err := palette.New${name}(ctx, "${called}", &palette.${name}Args${fields(name, attributes, values, "\t\t")})
		if err != nil {
			return err
		}
		ctx.Export("uid", ${called}.Uid)
		return nil
	})
}`;
}

function fields(resource: string, attributes: Attributes, values: AnyValues, indent: string): string {
  const lines = Object.entries(values).map(([name, value]) => {
    const attribute = attributes[name];
    if (attribute === undefined) throw new Error(`There is no attribute ${name}.`);
    return `${indent}\t${titled(name)}: ${literal(resource, name, attribute, value, `${indent}\t`)},\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

function literal(resource: string, name: string, attribute: Attribute, value: unknown, indent: string): string {
  if (isBlock(attribute)) {
    const type = `palette.${typeName(resource, name, attribute)}`;
    const one = (it: unknown, at: string) =>
      `&${type}Args${fields(resource, attribute.attributes, it as AnyValues, at)}`;
    if (!Array.isArray(value)) return one(value, indent);
    return `${type}Array{\n${value.map((it) => `${indent}\t${one(it, `${indent}\t`)},\n`).join("")}${indent}}`;
  }
  if (Array.isArray(value)) return `pulumi.StringArray{${value.map(text).join(", ")}}`;
  if (typeof value === "boolean") return `pulumi.Bool(${value})`;
  if (typeof value === "number") return `pulumi.Int(${value})`;
  if (typeof value === "string") return text(value);
  const entries = Object.entries(value as Record<string, string>);
  return `pulumi.StringMap{\n${entries.map(([key, it]) => `${indent}\t${JSON.stringify(key)}: ${text(it)},\n`).join("")}${indent}}`;
}

const text = (value: string): string => `pulumi.String(${JSON.stringify(value)})`;

const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
