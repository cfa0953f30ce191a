import * as pulumi from "@pulumi/pulumi";
import { type ProviderArgs, secretSettings } from "./provider.generated";
import { version } from "./version";

/**
 * How Palette is reached, for resources and functions that name it as their `provider`. Several of them in one program
 * reach several hosts or projects. What is left out comes from the environment, as for the stack's own configuration,
 * which is not looked at here.
 *
 * @example
 * ```ts
 * const europe = new Provider("europe", { host: "palette.eu.example.com", apiKey: config.requireSecret("europeKey") });
 * new ClusterProfile("platform", { name: "platform" }, { provider: europe });
 * ```
 */
export class Provider extends pulumi.ProviderResource {
  /** @param name Pulumi's name for the provider. */
  constructor(name: string, args: ProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    super("palette", name, settingsOf(args), pulumi.mergeOptions({ version }, opts));
  }
}

/** Pulumi takes a provider's settings as texts, those that are none as JSON. */
function settingsOf(args: ProviderArgs): pulumi.Inputs {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const text = pulumi.output(value).apply((it: unknown) => (typeof it === "string" ? it : JSON.stringify(it)));
      return [name, secretSettings.includes(name) ? pulumi.secret(text) : text];
    }),
  );
}
