import type { AnyValues, Provider, Run } from "@palette-profiles/resource-kit";
import type { Served } from "../runtime/lifecycle";
import type { Properties } from "../runtime/wire";

/** What a function of the package answers: values, and which of them are secrets; or what is wrong with its arguments. */
export type Invoked =
  | { result: Properties; secrets: readonly string[] }
  | { failures: { property: string; reason: string }[] };

/** What is served: a provider of the kit as Pulumi has it. */
export interface Plugin<C> {
  /** The package's name, with which its tokens begin: `palette:index:ClusterProfile`. */
  name: string;
  provider: Provider<C>;
  /** The resources, by their names in Pulumi. */
  served: Readonly<Record<string, Served<C>>>;
  /** What each of the provider's settings is called in Pulumi, by its attribute in the kit. */
  settings: Readonly<Record<string, string>>;
  /** Pulumi's package schema, as JSON. */
  schemaText(): Promise<string>;
  /** Calls a function of the package, with arguments by Pulumi's names. */
  invoke(call: { token: string; args: Properties; run: () => Run<C> }): Promise<Invoked>;
  /** Why nothing can be done with these settings, in words for people; nothing where it can. */
  refusal?(settings: AnyValues, environment: Environment): string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;
