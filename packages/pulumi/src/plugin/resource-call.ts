import { type AnyValues, type Attributes, type Diagnostic, DiagnosticError } from "@palette-profiles/resource-kit";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Lifecycle, Served } from "../runtime/lifecycle";
import { NOTES, ownNotes } from "../runtime/own-state";
import { warningSentences } from "../runtime/told";
import { fromWire, type Properties, storedValues, toWire } from "../runtime/wire";
import { Refused } from "./failure";
import type { Session } from "./session";
import { redacted } from "./values/needles";
import { type Secrets, sealed, secretsOf } from "./values/secrets";
import { propertiesOf, structOf } from "./values/struct";
import { type Unsealed, unsealed } from "./values/unsealed";

/** Values that came in a message, with what the program keeps secret in them. */
export interface Came {
  values: AnyValues;
  secrets: Secrets;
  /** As they came, by Pulumi's names, with names that the schema may not have. */
  properties: Properties;
}

/** One call on a resource: its values in and out. */
export class ResourceCall<C> {
  readonly urn: string;
  readonly served: Served<C>;
  readonly attributes: Attributes;
  readonly lifecycle: Lifecycle<C>;
  readonly #session: Session<C>;

  private constructor(session: Session<C>, urn: string, kind: string, served: Served<C>, limits: Limits) {
    this.#session = session;
    this.urn = urn;
    this.served = served;
    this.attributes = served.resource.attributes;
    this.lifecycle = session.lifecycle(kind, served, () => session.run(limits));
  }

  /** @throws {DiagnosticError} `UnknownType` where the package has no such resource. */
  static async of<C>(session: Session<C>, urn: string, limits: Limits = {}): Promise<ResourceCall<C>> {
    const plugin = await session.plugin();
    const type = typeOf(urn);
    const kind = type.split(":").at(-1) ?? "";
    const served = Object.hasOwn(plugin.served, kind) ? plugin.served[kind] : undefined;
    if (served === undefined || type !== `${plugin.name}:index:${kind}`) {
      throw new DiagnosticError({
        code: "UnknownType",
        summary: `There is no resource "${type}"`,
        detail: `This release of the package ${plugin.name} has ${Object.keys(plugin.served).join(", ")}. A newer one may have it.`,
      });
    }
    return new ResourceCall(session, urn, kind, served, limits);
  }

  /** Inputs that came. */
  given(struct: Struct | undefined): Came {
    const { properties, secrets } = unsealed(propertiesOf(struct));
    const values = fromWire(this.attributes, properties);
    return { values, secrets: secretsOf(this.attributes, values, secrets), properties };
  }

  /**
   * A state that came, in the shape that this release has.
   * @throws {DiagnosticError} `ForeignState` where another package wrote it.
   */
  state(struct: Struct | undefined): Came {
    return this.#own(unsealed(propertiesOf(struct)));
  }

  /** The same of a resource that may only be sought, by its id: absent where Pulumi has no state of it. */
  knownState(struct: Struct | undefined): Came | undefined {
    const came = unsealed(propertiesOf(struct));
    return NOTES in came.properties ? this.#own(came) : undefined;
  }

  /** Values as they go back: by Pulumi's names, secrets in their envelopes. */
  properties(values: AnyValues, secrets: Secrets): Properties {
    return toWire(sealed(this.attributes, values, secrets));
  }

  /** A state as it goes back. */
  stateProperties(values: AnyValues, secrets: Secrets): Properties {
    const notes: Notes = { version: this.served.resource.version };
    return { ...this.properties(values, secrets), [NOTES]: notes };
  }

  struct(values: AnyValues, secrets: Secrets): Struct {
    return structOf(this.properties(values, secrets));
  }

  /** Says warnings at the resource. */
  async warn(diagnostics: readonly Diagnostic[]): Promise<void> {
    for (const sentence of warningSentences(diagnostics)) await this.#session.warnOnce(sentence, this.urn);
  }

  #own({ properties, secrets }: Unsealed): Came {
    const { version = 0 } = ownNotes<Notes>(properties);
    const values = this.lifecycle.upgraded(storedValues(properties), version);
    return { values, secrets: secretsOf(this.attributes, values, secrets), properties };
  }
}

/** What only this plugin reads of a state. */
interface Notes {
  /** The version of the state's shape: `Resource.version`. */
  version: number;
}

/** How long a call may take in seconds, and whether it makes, changes or deletes. */
export interface Limits {
  writes?: boolean;
  timeout?: number;
}

/** The diagnostics with no secret of the program in them. */
export function withoutSecrets(diagnostics: readonly Diagnostic[], { needles }: Secrets): Diagnostic[] {
  return diagnostics.map((each) => ({
    ...each,
    summary: redacted(needles, each.summary),
    detail: redacted(needles, each.detail),
  }));
}

/** `urn:pulumi:dev::shop::palette:index:Parent$palette:index:ClusterProfile::platform`: the type of the resource itself. */
function typeOf(urn: string): string {
  const type = urn.split("::")[2]?.split("$").at(-1);
  if (type === undefined) throw new Refused(`"${urn}" is no URN.`);
  return type;
}
