import type { Journal } from "./journal";
import type { Registered, Registration } from "./monitor-service";
import { markNamed, sameProperties } from "./properties";
import { propertyDiff, shownDiff } from "./property-diff";
import { contains, parsePath, putBack } from "./property-path";
import { type Change, InitFailed, type Provider, type ResourceDiff, replaces } from "./provider";
import type { Providers } from "./providers";
import { blank, optionsOf, type ResourceState, type State } from "./state";
import type { Operation, Properties, Step } from "./types";

export interface CustomContext {
  state: State;
  journal: Journal;
  providers: Providers;
  dryRun: boolean;
  /** The URNs of what this deployment replaces. */
  replaced: Set<string>;
}

/** Thrown where all there is to say is said already. */
export const REFUSED = new Error("refused");

/** One custom resource of a deployment: checked, compared with what the state has, then made so; in a dry run only shown. */
export class CustomResource {
  readonly #context: CustomContext;
  readonly #provider: Provider;
  readonly #ref: string;
  readonly #urn: string;
  readonly #it: Registration;

  constructor(
    context: CustomContext,
    it: { provider: Provider; ref: string; urn: string; registration: Registration },
  ) {
    this.#context = context;
    this.#provider = it.provider;
    this.#ref = it.ref;
    this.#urn = it.urn;
    this.#it = it.registration;
  }

  /** @param known what the state has under its URN. */
  async register(known: ResourceState | undefined): Promise<Registered> {
    const it = this.#it;
    const managed = known?.external === true ? undefined : known;
    const imports = it.importId !== "" && (managed === undefined || (managed.importId || managed.id) !== it.importId);
    const old = imports ? await this.#import(managed) : managed;
    if (old === undefined) {
      const inputs = await this.#checked({}, it.inputs);
      return this.#create(inputs, "create", { diff: propertyDiff({}, inputs) });
    }
    const goal = it.ignoreChanges.reduce((news, path) => putBack(old.inputs, news, parsePath(path)), it.inputs);
    const inputs = await this.#checked(old.inputs, goal);
    const change = { oldInputs: old.inputs, oldOutputs: old.outputs, news: inputs, ignoreChanges: it.ignoreChanges };
    const diff = await this.#compared(old, change);
    if (diff.changes === "some" && replaces(diff)) return this.#replace(old, diff, shownDiff(diff, change));
    if (diff.changes === "some" || old.initErrors.length > 0) return this.#update(old, change, shownDiff(diff, change));
    if (!imports) {
      this.#step("same");
      this.#save({ ...old, ...this.#options(), inputs });
    }
    return { urn: this.#urn, id: old.id, outputs: old.outputs };
  }

  async #checked(olds: Properties, news: Properties): Promise<Properties> {
    const { type, name } = this.#it;
    const { inputs, failures } = await this.#provider.check(this.#urn, olds, news);
    for (const { property, reason } of failures) {
      const where = property === "" ? "" : `property ${property}: `;
      this.#context.journal.fail(`${type} resource '${name}' has a problem: ${where}${reason}`, this.#urn);
    }
    if (failures.length > 0) throw REFUSED;
    return inputs;
  }

  async #compared(old: ResourceState, change: Change): Promise<ResourceDiff> {
    const { deletedWith, replaceOnChanges } = this.#it;
    if (deletedWith !== "" && this.#context.replaced.has(deletedWith)) return replacedFor("deletedWith");
    if (await this.#context.providers.changed(old.provider, this.#ref)) return replacedFor("provider");
    const diff = known(await this.#provider.diff(this.#urn, old.id, change), change);
    return replacingOn(diff, replaceOnChanges);
  }

  async #create(
    inputs: Properties,
    op: "create" | "replace",
    told: Partial<Step>,
    replaced?: ResourceState,
  ): Promise<Registered> {
    const urn = this.#urn;
    const { dryRun } = this.#context;
    const save = (id: string, outputs: Properties, initErrors: string[] = []) => {
      if (replaced !== undefined && !dryRun) replaced.pendingDelete = true;
      this.#save({ ...blank(urn, this.#it), ...this.#options(), id, inputs, outputs, initErrors });
    };
    try {
      const made = await this.#provider.create(urn, inputs, dryRun);
      const outputs = this.#marked(made.outputs);
      save(made.id, outputs);
      this.#step(op, told);
      return { urn, id: dryRun ? "" : made.id, outputs };
    } catch (error) {
      if (error instanceof InitFailed && !dryRun) {
        save(error.made.id, this.#marked(error.made.properties), error.made.reasons);
      }
      throw error;
    }
  }

  async #replace(old: ResourceState, diff: ResourceDiff, shown: Step["diff"]): Promise<Registered> {
    const { journal, state, dryRun, replaced } = this.#context;
    const it = this.#it;
    if (old.protect && it.protect) {
      journal.fail("is protected: unprotect it before it can be replaced", this.#urn);
      if (!dryRun) throw REFUSED;
    }
    if (it.importId !== "") {
      const message = "was imported, and the program still says so: remove the option import, then it can be replaced";
      if (!dryRun) throw new Error(message);
      journal.say({ severity: "warning", message, urn: this.#urn });
    }
    replaced.add(this.#urn);
    // What was carried over from the old one is not the new one's.
    const inputs = await this.#checked({}, it.inputs);
    const told = { diff: shown, replaces: diff.replaces };
    if (!(it.deleteBeforeReplace ?? diff.deleteBeforeReplace)) return this.#create(inputs, "replace", told, old);
    if (!dryRun) {
      if (!old.retainOnDelete) await this.#provider.delete(this.#urn, old.id, old);
      state.remove(old);
    }
    return this.#create(inputs, "replace", told);
  }

  async #update(old: ResourceState, change: Change, diff: Step["diff"]): Promise<Registered> {
    const urn = this.#urn;
    const { dryRun } = this.#context;
    const next = { ...old, ...this.#options(), inputs: change.news, initErrors: [] };
    try {
      const outputs = this.#marked(await this.#provider.update(urn, old.id, change, dryRun));
      this.#save({ ...next, outputs });
      this.#step("update", { diff });
      return { urn, id: old.id, outputs };
    } catch (error) {
      if (error instanceof InitFailed) {
        const { properties, reasons } = error.made;
        this.#save({ ...next, outputs: this.#marked(properties), initErrors: reasons });
      }
      throw error;
    }
  }

  /** Takes over what is there. Then the program's inputs are compared with it as with any other. */
  async #import(old: ResourceState | undefined): Promise<ResourceState> {
    const { importId } = this.#it;
    const live = await this.#provider.read(this.#urn, importId, {});
    if (live.id === "") throw new Error(`There is no ${importId} to import.`);
    if (live.inputs === undefined) throw new Error(`The provider of ${this.#it.type} does not import.`);
    if (old !== undefined && !this.#context.dryRun) old.pendingDelete = true;
    const { id, inputs } = live;
    const imported = {
      ...blank(this.#urn, this.#it),
      ...this.#options(),
      id,
      inputs,
      outputs: this.#marked(live.outputs),
    };
    this.#save(imported);
    this.#step("import");
    return imported;
  }

  #marked(outputs: Properties): Properties {
    return markNamed(outputs, this.#it.secretOutputs);
  }

  #options() {
    return { ...optionsOf(this.#it), provider: this.#ref };
  }

  #step(op: Operation, told: Partial<Step> = {}): void {
    const { type, name } = this.#it;
    this.#context.journal.step({ urn: this.#urn, type, name, op, diff: [], replaces: [], ...told });
  }

  #save(resource: ResourceState): void {
    if (!this.#context.dryRun) this.#context.state.put(resource);
  }
}

function replacedFor(key: string): ResourceDiff {
  return { changes: "some", changed: [], replaces: [key], deleteBeforeReplace: false };
}

/** Where a provider cannot say whether there are changes, there are where the inputs differ. */
function known(diff: ResourceDiff, change: Change): ResourceDiff {
  if (diff.changes !== "unknown") return diff;
  const news = change.ignoreChanges.reduce((now, path) => putBack(change.oldInputs, now, parsePath(path)), change.news);
  if (sameProperties(change.oldInputs, news)) return { ...diff, changes: "none" };
  const differ = propertyDiff(change.oldInputs, news);
  const changed = [...new Set(differ.map(({ path }) => String(parsePath(path)[0])))];
  const detailed = differ.map(({ path, kind }) => [path, { kind, replace: false, inputDiff: true }] as const);
  return { ...diff, changes: "some", changed, detailed: Object.fromEntries(detailed) };
}

/** As in Pulumi, a provider that names no property that changed gives the option nothing to act on. */
function replacingOn(diff: ResourceDiff, replaceOnChanges: readonly string[]): ResourceDiff {
  if (diff.changes !== "some" || replaceOnChanges.length === 0) return diff;
  const paths = replaceOnChanges.map(parsePath);
  const asked = (path: string) => paths.some((at) => contains(at, parsePath(path)));
  const detailed = Object.entries(diff.detailed ?? {}).map(
    ([path, change]) => [path, { ...change, replace: change.replace || asked(path) }] as const,
  );
  return {
    ...diff,
    replaces: [...new Set([...diff.replaces, ...diff.changed.filter(asked)])],
    ...(diff.detailed === undefined ? {} : { detailed: Object.fromEntries(detailed) }),
  };
}
