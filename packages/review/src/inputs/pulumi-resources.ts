import type { AnyProfile, Impact, ResourceInput, ReviewInput } from "../model";
import { HIDDEN, HIDDEN_AND_CHANGED } from "../placeholder";
import { readAppProfile } from "./app-profile-attributes";
import { comparableBase } from "./drift";
import { isJsonObject, type JsonObject } from "./json";
import { readProfile } from "./profile-attributes";
import { terraformAttributes } from "./pulumi-attributes";
import { addressOf, nameOf, type PulumiStep } from "./pulumi-step";
import { type PulumiType, pulumiTypeOf } from "./pulumi-types";
import { type SystemAction, systemResources } from "./system-impact";

const IMPACTS: Partial<Record<string, Impact>> = {
  same: "no-op",
  create: "create",
  update: "update",
  delete: "destroy",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  import: "adopt",
  "import-replacement": "replace",
  refresh: "no-op",
};
/** Of several steps of one resource the one that says most. */
const TELLING = ["replace", "update", "create", "import", "same", "delete"];
const SYSTEM_ACTIONS: Partial<Record<Impact, SystemAction>> = {
  create: "create",
  adopt: "create",
  destroy: "destroy",
  forget: "destroy",
  replace: "replace",
  update: "update",
};

/** The profiles in the steps of a preview. Steps of one resource are brought together. */
export function resourcesOfSteps(steps: readonly PulumiStep[]): ReviewInput {
  const groups = new Map<string, PulumiStep[]>();
  for (const step of steps) {
    if (IMPACTS[step.op] === undefined || pulumiTypeOf(step.type) === undefined) continue;
    const group = groups.get(step.urn);
    if (group === undefined) groups.set(step.urn, [step]);
    else group.push(step);
  }
  const found = [...groups.values()].map(readGroup);
  return { resources: found.flatMap(({ resources }) => resources), notes: found.flatMap(({ notes }) => notes ?? []) };
}

function readGroup(steps: PulumiStep[]): ReviewInput {
  const refresh = steps.find(({ op }) => op === "refresh");
  const refreshed = steps.findLast(({ op }) => op === "refresh");
  const planned = steps.filter(({ op }) => op !== "refresh");
  const [step = refreshed!] = [...planned].sort((a, b) => rank(a) - rank(b));
  const type = pulumiTypeOf(step.type)!;
  const left = planned.filter((other) => other !== step && other.op === "delete" && step.op !== "replace");
  const main = readStep(step, refresh, type);
  return {
    resources: [
      ...main.resources,
      // What an earlier replacement could not delete.
      ...left.flatMap((each) =>
        readStep(each, undefined, type).resources.map((it) => ({ ...it, address: `${it.address} (replaced before)` })),
      ),
    ],
    notes: main.notes ?? [],
  };
}

function rank({ op }: PulumiStep): number {
  const at = TELLING.indexOf(op);
  return at === -1 ? TELLING.length : at;
}

function readStep(step: PulumiStep, refresh: PulumiStep | undefined, type: PulumiType): ReviewInput {
  const secrets = new Secrets(step);
  const onlyRefresh = step.op === "refresh";
  const before = profileOf(onlyRefresh ? step.new : step.old, type, secrets.inBefore);
  const after = profileOf(step.new, type, secrets.inAfter);
  const applied = refresh === undefined ? undefined : profileOf(refresh.old, type, () => HIDDEN);
  const sides = secrets.withoutHiddenLists(before, after, comparableBase(applied, before));
  const impact = impactOf(step, type);
  const head = {
    address: addressOf(step.urn),
    type: step.type,
    ...(step.old !== undefined && typeof step.old.urn === "string" && step.old.urn !== step.urn
      ? { previousAddress: addressOf(step.old.urn) }
      : {}),
  };
  const notes = impact === "update" || impact === "new-version" ? secrets.notes() : [];
  if (type.kind === "system") {
    return { resources: systemResources(head, SYSTEM_ACTIONS[impact] ?? "no-op", sides), notes };
  }
  const ends = impact === "destroy" || impact === "forget";
  const resource: ResourceInput = {
    ...head,
    kind: type.kind,
    impact,
    ...(sides.before !== undefined && impact !== "create" ? { before: sides.before } : {}),
    ...(sides.after !== undefined && !ends ? { after: sides.after } : {}),
    ...(sides.base !== undefined && sides.before !== undefined ? { base: sides.base } : {}),
    ...(impact === "replace" && step.replaceReasons.length > 0 ? { replacedBecause: step.replaceReasons } : {}),
  };
  return { resources: [resource], notes };
}

function impactOf(step: PulumiStep, { versions }: PulumiType): Impact {
  const impact = IMPACTS[step.op] ?? "no-op";
  if (impact === "destroy" && step.old?.retainOnDelete === true) return "forget";
  if (impact !== "update" || !versions) return impact;
  const [before, after] = [inputsOf(step.old), inputsOf(step.new)];
  const [old, next] = [before?.version, after?.version];
  const isNew = typeof old === "string" && typeof next === "string" && old !== next;
  return isNew && after?.versionPolicy !== "in_place" ? "new-version" : "update";
}

/** What the program gives; what is computed is not known on both sides. */
function inputsOf(state: JsonObject | undefined): JsonObject | undefined {
  if (state === undefined) return undefined;
  return isJsonObject(state.inputs) ? state.inputs : isJsonObject(state.outputs) ? state.outputs : undefined;
}

function profileOf(
  state: JsonObject | undefined,
  { kind }: PulumiType,
  hidden: (path: string) => string,
): AnyProfile | undefined {
  const inputs = inputsOf(state);
  if (inputs === undefined) return undefined;
  const attributes = terraformAttributes(inputs, hidden);
  return kind === "app" ? readAppProfile(attributes) : readProfile(attributes);
}

const LISTS: ReadonlyMap<string, string> = new Map([
  ["packs", "packs"],
  ["tiers", "tiers"],
  ["profileVariables", "variables"],
  ["profileVariables.variables", "variables"],
]);

/** The secrets of a step that the preview does not show: whether they change, only the provider can tell. */
class Secrets {
  readonly #changed: string[] | undefined;
  readonly #name: string;
  readonly #before = new Set<string>();
  readonly #after = new Set<string>();

  constructor(step: PulumiStep) {
    this.#changed = step.changed;
    this.#name = nameOf(step.urn);
  }

  readonly inBefore = (path: string): string => {
    this.#before.add(path);
    return HIDDEN;
  };

  readonly inAfter = (path: string): string => {
    this.#after.add(path);
    return this.#changed?.includes(path) === true ? HIDDEN_AND_CHANGED : HIDDEN;
  };

  /** A list that is a secret on one side can be held against nothing on the other. */
  withoutHiddenLists(before?: AnyProfile, after?: AnyProfile, base?: AnyProfile) {
    const hidden = [...this.#before, ...this.#after].flatMap((path) => LISTS.get(path) ?? []);
    const empty = Object.fromEntries(hidden.map((list) => [list, []]));
    const emptied = (profile: AnyProfile | undefined) =>
      profile === undefined || typeof profile === "symbol" ? profile : ({ ...profile, ...empty } as AnyProfile);
    return { before: emptied(before), after: emptied(after), base: emptied(base) };
  }

  notes(): string[] {
    const both = [...this.#after].filter((path) => this.#before.has(path) || LISTS.has(path));
    const open = both.filter((path) => this.#mayChange(path));
    if (open.length === 0) return [];
    const told = open.map((path) => `"${path}"`).join(", ");
    const advice = open.includes("packs")
      ? " Secrets that are defaults of sensitive profile variables leave the layers readable."
      : "";
    return [`${this.#name}: Pulumi shows ${told} as a secret, so that what changes there is not told.${advice}`];
  }

  #mayChange(path: string): boolean {
    if (this.#changed === undefined) return true;
    // A leaf that changes shows as one; of a list, no more is known than that it changes.
    return this.#changed.some((changed) =>
      changed === path ? LISTS.has(path) : startsPath(path, changed) || (LISTS.has(path) && startsPath(changed, path)),
    );
  }
}

/** `packs[0].values` starts with `packs`, and not with `pack`. */
function startsPath(path: string, start: string): boolean {
  return path.startsWith(start) && /^[.[]/.test(path.slice(start.length));
}
