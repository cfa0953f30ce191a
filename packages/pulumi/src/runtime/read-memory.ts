/**
 * Which resources were read last. On a refresh Pulumi reads a resource and then asks at once, without a check between, for
 * the difference from what is live to the old inputs. That is no plan of a user's: nothing that a plan refuses may stop it.
 */
export class ReadMemory {
  readonly #read = new Set<string>();

  keep(urn: string): void {
    this.#read.add(urn);
  }

  /** A program registers the resource: what is asked next is for its sake. */
  forget(urn: string): void {
    this.#read.delete(urn);
  }

  /** True where the difference asked for is that of a refresh. Asked once. */
  take(urn: string): boolean {
    return this.#read.delete(urn);
  }
}
