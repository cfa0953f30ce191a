import {
  type AnyValues,
  DiagnosticError,
  defineResource,
  isUnknown,
  PartialStateError,
  type Provider,
  s,
} from "@palette-profiles/resource-kit";

const boxes = s.blockList({
  description: "What stands on it.",
  key: (box) => (typeof box.name === "string" ? box.name : undefined),
  attributes: {
    name: s.string({ description: "The box's name.", required: true }),
    size: s.string({ description: "Its size.", optional: true, computed: true }),
    label: s.string({
      description: "Its label.",
      optional: true,
      equal: (a, b) => a.toLowerCase() === b.toLowerCase(),
    }),
    secret: s.string({ description: "What is inside.", optional: true, sensitive: true }),
    serial: s.string({ description: "Given by the maker.", computed: true }),
  },
});

export const shelfAttributes = {
  id: s.string({ description: "Given by the warehouse.", computed: true }),
  name: s.string({ description: "The shelf's name.", required: true }),
  room: s.string({ description: "Where it stands.", optional: true, default: "hall", replaces: true }),
  wood: s.string({ description: "What it is made of.", optional: true, replaces: true }),
  code: s.string({ description: "Opens the door; written, never read.", optional: true, writeOnly: true }),
  boxes,
};

/** A resource without a backend: shelves in a warehouse, which is a map. */
export interface Warehouse {
  shelves: Map<string, AnyValues>;
  asked: string[];
  /** The code written last. */
  code?: unknown;
  /** The next call of this name fails, after the shelf is made or changed. */
  breakAfter?: "create" | "update";
}

const shelf = defineResource<Warehouse, typeof shelfAttributes>({
  type: "shelf",
  description: "A shelf.",
  attributes: shelfAttributes,
  version: 1,
  upgrades: { 0: ({ title, ...stored }) => ({ name: title, ...stored }) },
  validate: ({ name }) =>
    name === "" ? [{ severity: "error", code: "NoName", summary: "No name", detail: "Name it.", path: ["name"] }] : [],
  async refine({ planned, context, changed, error, warning }) {
    if (!changed("boxes")) return;
    context.asked.push("refine");
    const list = Array.isArray(planned.boxes) ? planned.boxes : [];
    for (const [index, box] of list.entries()) {
      if (isUnknown(box)) continue;
      if (box.name === "piano") {
        error(["boxes", index, "name"], { code: "TooHeavy", summary: "Too heavy", detail: "A piano does not fit." });
      }
      if (box.name === "glass") warning(["boxes", index], { code: "Frail", summary: "Frail", detail: "Take care." });
      if (isUnknown(box.size) && !isUnknown(box.name)) box.size = "small";
    }
  },
  async create(planned, { context, config }) {
    context.asked.push("create");
    context.code = config.code;
    const id = `shelf-${context.shelves.size + 1}`;
    const made = { ...(planned as AnyValues), id, boxes: withSerials(planned.boxes) };
    context.shelves.set(id, made);
    if (context.breakAfter === "create") throw new PartialStateError(made, new Error("the lamp went out"));
    return made as never;
  },
  async read({ id }, { context }) {
    if (context.shelves.get("broken") !== undefined)
      throw new DiagnosticError({ code: "Dark", summary: "Dark", detail: "No light." });
    return context.shelves.get(String(id)) as never;
  },
  async update(prior, planned, { context, config }) {
    context.asked.push("update");
    context.code = config.code;
    const made = { ...(planned as AnyValues), id: prior.id, boxes: withSerials(planned.boxes) };
    context.shelves.set(String(prior.id), made);
    if (context.breakAfter === "update")
      throw new PartialStateError({ ...made, room: "cellar" }, new Error("the lamp went out"));
    return made as never;
  },
  async delete({ id }, { context }) {
    context.asked.push("delete");
    context.shelves.delete(String(id));
  },
  import: {
    format: "ID",
    async find(id) {
      return { id, name: "" };
    },
  },
});

export const warehouse: Provider<Warehouse> = {
  name: "warehouse",
  version: "1.0.0",
  attributes: { host: s.string({ description: "Where it is.", optional: true }) },
  configure: () => ({ shelves: new Map(), asked: [] }),
  resources: [shelf],
  dataSources: [],
};

function withSerials(list: unknown): AnyValues[] {
  return (Array.isArray(list) ? list : []).map((box: AnyValues) => ({ ...box, serial: `no-${String(box.name)}` }));
}
