import {
  type AnyValues,
  type Applied,
  apply,
  type Diagnostic,
  hasErrors,
  isUnknown,
  type Plan,
  plan,
  type Resource,
  type Run,
  read,
  toDiagnostic,
} from "@palette-profiles/resource-kit";
import { checkedInputs } from "./checked-inputs";
import { PlanMemory } from "./plan-memory";

/** A resource of the kit as Pulumi programs have it. */
export interface Served<C> {
  resource: Resource<C>;
  /** The attributes whose values make the Pulumi id: what never changes while the resource lives. */
  id: readonly string[];
}

/** What Pulumi keeps and compares, and what there is to tell of it. */
export interface Checked {
  inputs: AnyValues;
  diagnostics: Diagnostic[];
}

/** What a diff found. */
export interface Differs extends Plan {
  /** The new one would take the place of the old one, so the old one has to go first. */
  deleteBeforeReplace: boolean;
}

/** Pulumi's calls on one kind of resource, answered by the kit's `plan`, `apply` and `read`, in the kit's values. */
export class Lifecycle<C> {
  readonly #served: Served<C>;
  readonly #run: () => Run<C>;
  readonly #plans: PlanMemory;

  /** @param plans shared where each call has a run of its own, with its own deadline. */
  constructor(served: Served<C>, run: () => Run<C>, plans = new PlanMemory()) {
    this.#served = served;
    this.#run = run;
    this.#plans = plans;
  }

  /**
   * The inputs to keep. Of a new resource the whole plan is made, since a create's preview may call nothing else; of one
   * that exists diff makes it, which knows its state.
   * @param olds the inputs that are kept so far; absent for a new resource.
   */
  async check(olds: AnyValues | undefined, given: AnyValues): Promise<Checked> {
    const { resource } = this.#served;
    const inputs = checkedInputs(resource.attributes, olds ?? {}, given);
    if (olds !== undefined) return { inputs, diagnostics: resource.validate?.(inputs) ?? [] };
    try {
      return { inputs, diagnostics: (await this.#planFresh(undefined, inputs)).diagnostics };
    } catch (error) {
      return { inputs, diagnostics: [toDiagnostic(error)] };
    }
  }

  async diff(prior: AnyValues, config: AnyValues): Promise<Differs> {
    const made = await this.#planFresh(prior, config);
    return { ...made, deleteBeforeReplace: made.replace.length > 0 && this.#inSamePlace(prior, made.planned) };
  }

  /** What a create or update would make; takes the plan that check or diff made. */
  async planned(prior: AnyValues | undefined, config: AnyValues): Promise<Plan> {
    return this.#plans.take(prior, config) ?? (await plan(this.#served.resource, { ...this.#run(), prior, config }));
  }

  /** Creates, or updates what is there. What exists after a failure is in the answer. */
  async write(prior: AnyValues | undefined, config: AnyValues): Promise<Applied> {
    const { planned, diagnostics } = await this.planned(prior, config);
    if (hasErrors(diagnostics)) return { state: prior, diagnostics };
    return apply(this.#served.resource, { ...this.#run(), config, prior, planned });
  }

  /** What is live, and what it was before; `live` is absent where it is gone. */
  async read(id: string, known: AnyValues): Promise<{ prior: AnyValues; live: AnyValues | undefined }> {
    // What a program gets rather than makes, or imports, has no state yet, only the id by which it is found.
    const prior = known.id === undefined ? ((await this.#find(id)) ?? known) : known;
    return { prior, live: await read(this.#served.resource, prior, this.#run()) };
  }

  async remove(prior: AnyValues): Promise<Diagnostic[]> {
    return (await apply(this.#served.resource, { ...this.#run(), prior })).diagnostics;
  }

  idOf(state: AnyValues): string {
    return this.#served.id
      .map((name) => state[name])
      .filter((part) => part !== undefined)
      .join("/");
  }

  /** A state as it was stored, in the shape that this release has. */
  upgraded(stored: AnyValues, version: number): AnyValues {
    const { resource } = this.#served;
    let state = stored;
    for (let at = version; at < resource.version; at++) state = resource.upgrades?.[at]?.(state) ?? state;
    return Object.fromEntries(Object.entries(state).filter(([name]) => Object.hasOwn(resource.attributes, name)));
  }

  /** By an id as imports have it, or by Pulumi's own, which names the lineage: `project/Default/platform`. */
  async #find(id: string): Promise<AnyValues | undefined> {
    const { resource, id: names } = this.#served;
    const parts = id.split("/");
    // A tenant's has no project.
    const own = parts.length === names.length ? names : names.filter((name) => name !== "project");
    if (resource.identity === undefined || parts.length < 2 || parts.length !== own.length) {
      return resource.import?.find(id, this.#run());
    }
    const identity = Object.fromEntries(own.map((name, index) => [name, parts[index]]));
    return resource.identity.find(identity, this.#run());
  }

  async #planFresh(prior: AnyValues | undefined, config: AnyValues): Promise<Plan> {
    const made = await plan(this.#served.resource, { ...this.#run(), prior, config });
    // A plan without changes is mostly of a resource that nothing is done to, and there may be hundreds.
    if (prior === undefined || made.changes.length > 0) this.#plans.keep(prior, config, made);
    return made;
  }

  #inSamePlace(before: AnyValues, after: AnyValues): boolean {
    return this.#served.id.every((name) => before[name] === after[name] || isUnknown(after[name]));
  }
}
