import { defineResource, type Resource } from "./resource";
import { s, type Values } from "./schema";

/** A backend for tests: a map of things, and a count of calls. */
export interface ToyBackend {
  things: Map<string, Record<string, unknown>>;
  calls: string[];
  fail?: string;
}

const squash = (text: string): string => text.replace(/\s+/g, " ").trim();

export const toyAttributes = {
  id: s.string({ description: "Given by the backend.", computed: true }),
  name: s.string({ description: "Its name.", required: true }),
  kind: s.string({ description: "Its kind.", optional: true, default: "plain" }),
  zone: s.string({ description: "Where it is.", optional: true, replaces: true }),
  tags: s.stringSet({ description: "Its tags.", optional: true }),
  note: s.string({
    description: "A text whose white space means nothing.",
    optional: true,
    equal: (a, b) => squash(a) === squash(b),
  }),
  keep: s.bool({ description: "Known to us alone.", optional: true, local: true }),
  parts: s.blockList({
    description: "Its parts.",
    terraform: "part",
    key: (part) => (typeof part.name === "string" ? part.name : undefined),
    attributes: {
      name: s.string({ description: "The part's name.", required: true }),
      text: s.string({ description: "Text.", optional: true, equal: (a, b) => squash(a) === squash(b) }),
      uid: s.string({ description: "Given by the backend.", computed: true }),
    },
  }),
  options: s.block({
    description: "Options.",
    attributes: {
      size: s.number({ description: "Size.", optional: true }),
      loud: s.bool({ description: "Loud.", optional: true }),
    },
  }),
};
export type Toy = Values<typeof toyAttributes>;

export const toy: Resource<ToyBackend> = defineResource<ToyBackend, typeof toyAttributes>({
  type: "toy",
  description: "A thing for tests.",
  attributes: toyAttributes,
  version: 0,
  async create(planned, { context }) {
    context.calls.push("create");
    const state = stored(planned as Toy, `id-${String(planned.name)}`);
    context.things.set(state.id ?? "", state);
    if (context.fail === "create") throw new Error("refused");
    return state;
  },
  async read(prior, { context }) {
    context.calls.push("read");
    return context.things.get(prior.id ?? "") as Toy | undefined;
  },
  async update(prior, planned, { context }) {
    context.calls.push("update");
    if (context.fail === "update") throw new Error("refused");
    const state = stored(planned as Toy, prior.id ?? "");
    context.things.set(prior.id ?? "", state);
    return state;
  },
  async delete(prior, { context }) {
    context.calls.push("delete");
    context.things.delete(prior.id ?? "");
  },
});

/** What the backend makes of it: other white space, uids, sorted tags. */
function stored(planned: Toy, id: string): Toy {
  return {
    ...planned,
    id,
    note: planned.note === undefined ? undefined : squash(planned.note),
    tags: planned.tags === undefined ? undefined : [...planned.tags].sort(),
    keep: undefined,
    parts: planned.parts?.map((part) => ({ ...part, text: part.text && squash(part.text), uid: `part-${part.name}` })),
  };
}

export function toyBackend(): ToyBackend {
  return { things: new Map(), calls: [] };
}
