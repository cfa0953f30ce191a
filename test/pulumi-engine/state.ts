import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Registration } from "./monitor-service";
import { isObject, isSecret, secret } from "./properties";
import { createSecretBox, type SecretBox } from "./secret-box";
import type { Properties } from "./types";

/** A resource as the state has it. */
export interface ResourceState {
  urn: string;
  type: string;
  /** False for the stack and for components, which have no provider. */
  custom: boolean;
  id: string;
  inputs: Properties;
  outputs: Properties;
  parent: string;
  dependencies: string[];
  secretOutputs: string[];
  /** `URN::ID` of its provider; empty for the stack, components and providers. */
  provider: string;
  protect: boolean;
  retainOnDelete: boolean;
  /** The resource with which the backend deletes it. */
  deletedWith: string;
  ignoreChanges: string[];
  /** The id it was imported by, where the program says one. */
  importId: string;
  /** Read by the program, never managed. */
  external: boolean;
  /** Why the last create or update did not end well; the next one updates again. */
  initErrors: string[];
  /** Replaced, and to be deleted once all else is done. */
  pendingDelete: boolean;
}

interface StateFile {
  version: 1;
  salt: string;
  resources: ResourceState[];
}

/** What files that older engines wrote do not have. */
const NEWER = { provider: "", deletedWith: "", ignoreChanges: [], importId: "" };

/**
 * Resources in the order in which the last deployment came to them, so that what one needs stands before it, and then those
 * that it did not come to. Written to the file after every change.
 */
export class State {
  readonly #file: string;
  readonly #placed = new Set<string>();
  readonly #box: SecretBox;
  readonly #keep: boolean;
  resources: ResourceState[];

  /** @param keep false for a preview, which changes no file. */
  constructor(file: string, passphrase: string, keep: boolean) {
    const stored = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as StateFile) : undefined;
    this.#file = file;
    this.#keep = keep;
    this.#box = createSecretBox(passphrase, stored?.salt);
    this.resources = (stored?.resources ?? []).map((each) => this.#decrypted(each));
  }

  find(urn: string): ResourceState | undefined {
    return this.resources.find((each) => each.urn === urn && !each.pendingDelete);
  }

  /** Adds the resource behind those that this deployment has put so far; one of them is replaced where it stands. */
  put(resource: ResourceState): void {
    const at = this.resources.findIndex((each) => each.urn === resource.urn && !each.pendingDelete);
    if (this.#placed.has(resource.urn) && at >= 0) {
      this.resources[at] = resource;
    } else {
      if (at >= 0) this.resources.splice(at, 1);
      const last = this.resources.findLastIndex((each) => this.#placed.has(each.urn) && !each.pendingDelete);
      this.resources.splice(last + 1, 0, resource);
      this.#placed.add(resource.urn);
    }
    this.save();
  }

  /** Puts what is live of a resource where the resource stands. */
  renew(resource: ResourceState, live: ResourceState): void {
    this.resources = this.resources.map((each) => (each === resource ? live : each));
    this.save();
  }

  remove(resource: ResourceState): void {
    this.resources = this.resources.filter((each) => each !== resource);
    this.save();
  }

  /** Calls a resource by another URN, also where others name it. */
  rename(from: string, to: string): void {
    const named = (urn: string) => (urn === from ? to : urn);
    for (const each of this.resources) {
      each.urn = named(each.urn);
      each.parent = named(each.parent);
      each.dependencies = each.dependencies.map(named);
      each.deletedWith = named(each.deletedWith);
      if (each.provider.startsWith(`${from}::`)) each.provider = `${to}${each.provider.slice(from.length)}`;
    }
    this.save();
  }

  save(): void {
    if (!this.#keep) return;
    const content: StateFile = {
      version: 1,
      salt: this.#box.salt,
      resources: this.resources.map((each) => ({
        ...each,
        inputs: this.#encrypt(each.inputs) as Properties,
        outputs: this.#encrypt(each.outputs) as Properties,
      })),
    };
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(content, null, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }

  #decrypted(resource: ResourceState): ResourceState {
    return {
      ...NEWER,
      ...resource,
      inputs: this.#decrypt(resource.inputs) as Properties,
      outputs: this.#decrypt(resource.outputs) as Properties,
    };
  }

  #encrypt(value: unknown): unknown {
    if (isSecret(value)) return secret(this.#box.close(JSON.stringify(value.value)));
    return mapInner(value, (inner) => this.#encrypt(inner));
  }

  #decrypt(value: unknown): unknown {
    if (isSecret(value)) return secret(JSON.parse(this.#box.open(String(value.value))));
    return mapInner(value, (inner) => this.#decrypt(inner));
  }
}

/** A resource as a program asks for it, before anything is made. */
export function blank(urn: string, it: Registration): ResourceState {
  const { type, custom, inputs } = it;
  const fresh = { id: "", outputs: {}, provider: "", external: false, initErrors: [], pendingDelete: false };
  return { urn, type, custom, inputs, ...fresh, ...optionsOf(it) };
}

/** What a program says of how a resource is managed. */
export function optionsOf(it: Registration) {
  const { dependencies, secretOutputs, protect, retainOnDelete, parent, deletedWith, ignoreChanges, importId } = it;
  return { dependencies, secretOutputs, protect, retainOnDelete, parent, deletedWith, ignoreChanges, importId };
}

function mapInner(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
