import type { AnyValues } from "@palette-profiles/resource-kit";
import { digest } from "../runtime/plan-memory";

/**
 * Which inputs a resource had when it was read. On a refresh Pulumi then asks for the difference from what is live to
 * these, which is no plan of a user's: nothing that a plan refuses may stop it.
 */
export class ReadMemory {
  readonly #inputs = new Map<string, string>();

  keep(urn: string, inputs: AnyValues): void {
    this.#inputs.set(urn, digest(inputs));
  }

  /** True where the next thing asked of the resource is the difference of a refresh. Asked once. */
  take(urn: string, inputs: AnyValues): boolean {
    const kept = this.#inputs.get(urn);
    this.#inputs.delete(urn);
    return kept === digest(inputs);
  }
}
