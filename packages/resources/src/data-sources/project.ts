import { type AnyValues, type Diagnostic, defineDataSource, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { wrong } from "../lineage/rules";
import type { Palette } from "../palette";

const attributes = {
  name: s.string({
    description: "The project's name. Give this or `id`.",
    optional: true,
    computed: true,
    example: "Payments",
  }),
  id: s.string({
    description: "The project's uid. Give this or `name`.",
    optional: true,
    computed: true,
    example: "65b3f1c0e4b0a1c2d3e4f508",
  }),
};

export const projectDataSource = defineDataSource<Palette, typeof attributes>({
  type: "project",
  description: "A project of the tenant.",
  attributes,
  validate: oneOfBoth,
  read: ({ name, id }, run) =>
    explained(`reading the project "${name ?? id}"`, async () => {
      const { lookups } = run.context;
      if (name !== undefined) return { name, id: await lookups.projectUid(name, run.signal) };
      return { name: await lookups.projectName(id ?? "", run.signal), id };
    }),
});

function oneOfBoth({ name, id }: AnyValues): Diagnostic[] {
  if (name === undefined && id === undefined) {
    return [wrong(["name"], "NoName", "Which project is not said", "Give the project's name, or its uid.")];
  }
  if (typeof name !== "string" || typeof id !== "string") return [];
  const detail = `The name is "${name}", and the uid "${id}". Leave one of them out.`;
  return [wrong(["id"], "TwoNames", "A project is named twice", detail)];
}
