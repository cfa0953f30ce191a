/** What is known of a text (or a tag) that this program and upgrades of Palette both change. */
export interface Remembered {
  /** Palette's own, without what is written here. */
  base: string;
  /** What was sent last: `base` with what is written here. */
  applied: string;
  /** The user's own words at that time. */
  written: string;
}

export interface LayerMemory {
  tag?: Remembered;
  values?: Remembered;
  manifests?: Record<string, Remembered>;
}

/** By the layer's name. */
export type Memory = Readonly<Record<string, LayerMemory>>;

/** As a text for the state. Layers in the order of their names, so that two plans of the same are the same. */
export function memoryText(memory: Memory): string {
  return JSON.stringify(memory, (_, value: unknown) =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** A state of this resource's own, or nothing. */
export function memoryOf(text: string | undefined): Memory {
  return text === undefined || text === "" ? {} : (JSON.parse(text) as Memory);
}
