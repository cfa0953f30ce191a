import {
  type AnyValues,
  DiagnosticError,
  defineDataSource,
  defineResource,
  isUnknown,
  PartialStateError,
  type Provider,
  s,
} from "@palette-profiles/resource-kit";
import { toyFunctions } from "./toy-functions";
import { ticket } from "./toy-ticket";

/** The backend of {@link toyProvider}, in memory. */
export interface Toy {
  things: Map<string, AnyValues>;
  /** What was written and cannot be read back, by the thing's id. */
  secrets: Map<string, unknown>;
  /** What was opened, renewed and closed, in order. */
  tickets: string[];
  place: string;
  /** What happens instead of a create, update or read. */
  fault?: "before" | "halfway" | "never-ends" | undefined;
}

const attributes = {
  id: s.string({ description: "The backend's name for it.", computed: true }),
  name: s.string({ description: "What people call it.", required: true, replaces: true }),
  mode: s.string({ description: "How it works.", optional: true, default: "normal" }),
  text: s.string({
    description: "Any text; spaces around it mean nothing.",
    optional: true,
    equal: (a, b) => a.trim() === b.trim(),
  }),
  size: s.number({ description: "How large.", optional: true }),
  enabled: s.bool({ description: "Whether it works.", optional: true }),
  colours: s.stringSet({ description: "In no order.", optional: true }),
  notes: s.stringList({ description: "In order.", optional: true }),
  labels: s.stringMap({ description: "By name.", optional: true }),
  password: s.string({ description: "Not to be seen.", optional: true, sensitive: true }),
  secret: s.string({ description: "Written, never read.", optional: true, writeOnly: true }),
  secretVersion: s.number({ description: "Raise it to write `secret` again.", optional: true }),
  oldName: s.string({ description: "What people called it.", optional: true, deprecated: "use `name`" }),
  settings: s.block({
    description: "How it is set.",
    attributes: {
      maxLevel: s.number({ description: "At most.", optional: true }),
      pin: s.string({ description: "Written, never read.", optional: true, writeOnly: true }),
    },
  }),
  parts: s.blockList({
    description: "What it is made of.",
    terraform: "part",
    key: (part) => (typeof part.name === "string" ? part.name : undefined),
    attributes: {
      name: s.string({ description: "The part's name.", required: true }),
      uid: s.string({ description: "The backend's name for it.", computed: true }),
      screws: s.blockList({
        description: "What holds it.",
        terraform: "screw",
        key: (screw) => (typeof screw.kind === "string" ? screw.kind : undefined),
        attributes: { kind: s.string({ description: "Which.", required: true }) },
      }),
    },
  }),
};

const thing = defineResource<Toy, typeof attributes>({
  type: "thing",
  description: "A thing.",
  attributes,
  version: 1,
  upgrades: { 0: ({ title, ...stored }) => ({ ...stored, name: title }) },
  validate(config) {
    if (config.mode === "forbidden") {
      return [{ severity: "error", code: "Mode", summary: "No such mode", detail: "forbidden", path: ["mode"] }];
    }
    const bad = !isUnknown(config.parts)
      ? (config.parts ?? []).findIndex((part) => !isUnknown(part) && part.name === "bad")
      : -1;
    if (bad < 0) return [];
    return [{ severity: "warning", code: "Part", summary: "A bad part", detail: "bad", path: ["parts", bad, "name"] }];
  },
  async create(planned, { context, config, signal }) {
    if (context.fault === "before") throw new Error("the backend is down");
    const id = `id-${context.things.size + 1}`;
    const made = { ...planned, id, parts: parts(planned.parts) } as AnyValues;
    context.things.set(id, made);
    context.secrets.set(id, config.secret);
    if (context.fault === "never-ends") {
      await untilStopped(signal).catch((error: unknown) => {
        throw new PartialStateError({ id, name: made.name, secret: config.secret }, error);
      });
    }
    if (context.fault === "halfway") throw new PartialStateError({ id, name: made.name }, new Error("half made"));
    return made as never;
  },
  async read(prior, { context, signal }) {
    if (context.fault === "never-ends") await untilStopped(signal);
    return context.things.get(prior.id ?? "") as never;
  },
  async update(prior, planned, { context, config, signal }) {
    if (context.fault === "never-ends") await untilStopped(signal);
    const id = prior.id ?? "";
    if (planned.secretVersion !== prior.secretVersion) context.secrets.set(id, config.secret);
    context.things.set(id, { ...planned, id, parts: parts(planned.parts) } as AnyValues);
    return context.things.get(id) as never;
  },
  removalNotes: ({ mode }) =>
    mode === "sticky"
      ? [{ severity: "warning", code: "Stays", summary: "It stays", detail: "sticky", path: ["mode"] }]
      : [],
  async delete(prior, { context }) {
    context.things.delete(prior.id ?? "");
  },
  import: {
    format: "ID",
    async find(id, { context }) {
      const found = context.things.get(id);
      if (found === undefined)
        throw new DiagnosticError({ code: "NotFound", summary: "Not found", detail: `no "${id}"` });
      return { id, name: String(found.name) };
    },
  },
  identity: {
    version: 1,
    upgrades: { 0: ({ uid, ...stored }) => ({ ...stored, id: uid }) },
    attributes: {
      id: s.string({ description: "The backend's name for it.", required: true }),
      place: s.string({ description: "Where it is.", optional: true }),
    },
    of: ({ id }, { context }) => (id === undefined ? undefined : { id, place: context.place }),
    async find({ id, place }, { context }) {
      if (place !== undefined && place !== context.place) {
        throw new DiagnosticError({ code: "Elsewhere", summary: "Elsewhere", detail: `not in "${String(place)}"` });
      }
      return { id: String(id), name: "" };
    },
  },
  moves: [
    {
      provider: "acme/old",
      type: "old_item",
      take(stored, schemaVersion) {
        if (schemaVersion > 3) throw new Error(`version ${schemaVersion} is not known`);
        return { id: String(stored.item_id), name: String(stored.item_name) };
      },
    },
  ],
  list: {
    description: "Finds things.",
    attributes: { prefix: s.string({ description: "How names begin.", optional: true }) },
    validate: ({ prefix }) =>
      prefix === "bad"
        ? [{ severity: "error", code: "Prefix", summary: "No such prefix", detail: "bad", path: ["prefix"] }]
        : [],
    async *list({ prefix = "" }, { context, limit, signal }) {
      if (prefix === "broken")
        throw new DiagnosticError({ code: "B", summary: "Broken", detail: "b", path: ["prefix"] });
      for (const [id, { name }] of [...context.things].slice(0, limit + 1)) {
        if (context.fault === "never-ends") await untilStopped(signal);
        if (!String(name).startsWith(String(prefix))) continue;
        yield { displayName: `Thing ${String(name)}`, identity: { id, place: context.place } };
      }
    },
  },
});

function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

function parts(planned: unknown): unknown {
  if (!Array.isArray(planned)) return planned;
  return planned.map((part: AnyValues) => ({ ...part, uid: `uid-${String(part.name)}` }));
}

const search = defineDataSource({
  type: "search",
  description: "Finds things.",
  attributes: {
    name: s.string({ description: "The name to look for.", required: true }),
    ids: s.stringList({ description: "What was found.", computed: true }),
  },
  async read({ name }, { context }: { context: Toy }) {
    if (name === "") throw new DiagnosticError({ code: "Empty", summary: "Empty", detail: "no name", path: ["name"] });
    return { name, ids: [...context.things].filter(([, it]) => it.name === name).map(([id]) => id) };
  },
});

/** A backend without anything in it. */
export function emptyToy(): Toy {
  return { things: new Map(), secrets: new Map(), tickets: [], place: "here" };
}

/** A provider with an attribute of every kind, over a backend in memory. */
export function toyProvider(toy: Toy = emptyToy()): Provider<Toy> {
  return {
    name: "toy",
    version: "1.0.0",
    attributes: { place: s.string({ description: "Where things are. Or TOY_PLACE.", optional: true }) },
    configure(config, environment) {
      if ((config.place ?? environment.TOY_PLACE) === "nowhere") throw new Error("there is no such place");
      return toy;
    },
    resources: [thing],
    dataSources: [search],
    functions: toyFunctions,
    ephemerals: [ticket],
  };
}
