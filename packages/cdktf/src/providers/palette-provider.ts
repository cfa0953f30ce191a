import { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { PROVIDER_SOURCES } from "../generated/provider-sources";
import { hclText } from "../values/hcl-text";
import { choose, IMPLEMENTATIONS, type Implementation } from "./implementation";
import type { PaletteProviderProps } from "./palette-provider-props";

/**
 * The provider of all constructs of a stack, made before them. One word chooses what is beneath: our Terraform provider,
 * or the official one.
 *
 * @example
 * new PaletteProvider(this, "palette");
 * new PaletteProvider(this, "palette", { implementation: "spectrocloud" }); // today ...
 * new PaletteProvider(this, "palette", { movedFrom: "spectrocloud" }); // ... and after the switch
 */
export class PaletteProvider extends TerraformProvider {
  private readonly attributes: { [name: string]: any };
  private alias_: string | undefined;

  constructor(scope: Construct, id: string, props: PaletteProviderProps = {}) {
    const implementation = implementationOf(props.implementation);
    const { source, version } = PROVIDER_SOURCES[implementation];
    super(scope, id, {
      terraformResourceType: implementation,
      terraformProviderSource: source,
      terraformGeneratorMetadata: { providerName: implementation, providerVersionConstraint: version },
    });
    this.alias_ = props.alias;
    this.attributes = {
      host: props.host,
      api_key: props.apiKey,
      project_name: props.projectName,
      retry_attempts: props.retryAttempts,
      ignore_insecure_tls_error: props.ignoreInsecureTlsError,
      ...(implementation === "palette" && ourOwn(props)),
    };
    const moved = movedFrom(props.movedFrom);
    choose(this, { implementation, moved });
    this.node.addValidation({ validate: () => refusals(implementation, moved, props) });
  }

  override get alias(): string | undefined {
    return this.alias_;
  }

  override set alias(value: string | undefined) {
    this.alias_ = value;
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    return this.attributes;
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    const given = Object.entries(this.attributes).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      given.map(([name, value]) => [
        name,
        { value: hclText(value), isBlock: false, type: "simple", storageClassType: typeof value },
      ]),
    );
  }
}

function ourOwn(props: PaletteProviderProps): { [name: string]: unknown } {
  return {
    ca_file: props.caFile,
    system_email: props.systemEmail,
    system_password: props.systemPassword,
    system_token: props.systemToken,
  };
}

function implementationOf(given = "palette"): Implementation {
  const found = IMPLEMENTATIONS.find((name) => name === given);
  if (found !== undefined) return found;
  throw new Error(
    `UnknownImplementation: the implementation of a PaletteProvider is "palette" or "spectrocloud", and not "${given}"`,
  );
}

function movedFrom(given: string | undefined): boolean {
  if (given === undefined || given === "spectrocloud") return given !== undefined;
  throw new Error(`UnknownImplementation: movedFrom of a PaletteProvider is "spectrocloud", and not "${given}"`);
}

const NOT_OFFICIAL = ["caFile", "systemEmail", "systemPassword", "systemToken"] as const;

function refusals(implementation: Implementation, moved: boolean, props: PaletteProviderProps): string[] {
  if (implementation === "palette") return [];
  const given = NOT_OFFICIAL.filter((name) => props[name] !== undefined);
  return [
    ...given.map((name) => `the official provider has no ${name}; leave it out, or set implementation: "palette"`),
    ...(moved ? ['movedFrom is for the implementation "palette"; leave it out'] : []),
    ...(props.host?.includes("://") === true
      ? [`host "${props.host}": the official provider takes no URL, and always uses https; write the host alone`]
      : []),
  ];
}
