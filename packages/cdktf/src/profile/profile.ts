import type { ProfileProperties } from "@palette-profiles/profiles";
import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { unvisitedAspects } from "../aspects/unvisited-aspects";
import { idProblems } from "./id-problems";

/** What the constructs of all kinds of profiles have in common. */
export abstract class Profile extends Construct {
  /** The generated resource beneath; from outside `node.defaultChild`. */
  protected abstract readonly resource: TerraformResource;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.node.addValidation({
      validate: () => [...idProblems(id, this.resource), ...unvisitedAspects(this), ...this._problems()],
    });
  }

  /** The uid of the profile's current version: a token, known at apply. */
  get uid(): string {
    return this.resource.getStringAttribute("id");
  }

  /** The profile's name: a token. */
  get name(): string {
    return this.resource.getStringAttribute("name");
  }

  /** The profile's current version: a token. */
  get version(): string {
    return this.resource.getStringAttribute("version");
  }

  /**
   * The profile as policies know it, by the names of its properties, tokens and all.
   * @internal
   */
  abstract _given(): ProfileProperties;

  /**
   * What is wrong with the profile as far as that is told without a backend, in the words of a plan.
   * @internal
   */
  protected abstract _problems(): string[];
}
