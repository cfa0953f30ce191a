import { projects } from "@palette-profiles/palette-api";
import { hasTag, tagsOf } from "@palette-profiles/profiles";
import { defineDataSource, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import type { Palette } from "../palette";

const attributes = {
  nameContains: s.string({
    description: "Only projects whose name holds this, in capitals or not.",
    optional: true,
    example: "pay",
  }),
  tag: s.string({
    description: "Only projects with this tag: `key:value`, or `key` for any value.",
    optional: true,
    example: "env:prod",
  }),
  ids: s.stringList({
    description: "The uids, ordered by name.",
    computed: true,
    example: ["65b3f1c0e4b0a1c2d3e4f508"],
  }),
  names: s.stringList({ description: "The names, in the order of `ids`.", computed: true, example: ["Payments"] }),
  idsByName: s.stringMap({
    description: "The uid of each project, by its name.",
    computed: true,
    example: { Payments: "65b3f1c0e4b0a1c2d3e4f508" },
  }),
  tagsByName: s.stringMap({
    description: "The tags of each project that has any, by its name: sorted, with commas between.",
    computed: true,
    example: { Payments: "env:prod,team:payments" },
  }),
};

/** One call for 50 projects. Palette filters by name alone; tags are looked at here. */
export const projectsDataSource = defineDataSource<Palette, typeof attributes>({
  type: "projects",
  description:
    "The projects of the tenant that the API key can see: all, or those that a filter lets through. Nothing found is an empty list.",
  attributes,
  read: (config, run) =>
    explained("listing projects", async () => {
      const { nameContains, tag } = config;
      const filter = nameContains === undefined ? {} : { name: { contains: nameContains, ignoreCase: true } };
      const part = nameContains?.toLowerCase() ?? "";
      const found = (await projects(run.context.client, run.signal).search(filter))
        .map(({ metadata }) => ({
          uid: metadata?.uid ?? "",
          name: metadata?.name ?? "",
          labels: metadata?.labels ?? {},
        }))
        .filter(({ name, labels }) => name.toLowerCase().includes(part) && (tag === undefined || hasTag(labels, tag)))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      return {
        ...config,
        ids: found.map(({ uid }) => uid),
        names: found.map(({ name }) => name),
        idsByName: Object.fromEntries(found.map(({ name, uid }) => [name, uid])),
        tagsByName: Object.fromEntries(
          found.flatMap(({ name, labels }) => {
            const tags = tagsOf(labels);
            return tags.length === 0 ? [] : [[name, tags.join(",")]];
          }),
        ),
      };
    }),
});
