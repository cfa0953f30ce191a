import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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
  protect: boolean;
  retainOnDelete: boolean;
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

/** Resources in the order in which they were made, written to the file after every change. */
export class State {
  readonly #file: string;
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

  /** Replaces the resource where it stands, or adds it. */
  put(resource: ResourceState): void {
    const at = this.resources.findIndex((each) => each.urn === resource.urn && !each.pendingDelete);
    if (at >= 0) this.resources[at] = resource;
    else this.resources.push(resource);
    this.save();
  }

  remove(resource: ResourceState): void {
    this.resources = this.resources.filter((each) => each !== resource);
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

function mapInner(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
