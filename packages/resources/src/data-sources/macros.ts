import { type At, macros, TENANT, type V1Macros } from "@palette-profiles/palette-api";
import { DiagnosticError, defineDataSource, type Run, s, type Values } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { macroName, suggest } from "../lookups";
import { type Palette, scopeOf } from "../palette";
import { scopeProblems } from "./scope";

const attributes = {
  context: s.string({
    description:
      "Whose macros: `project`, `tenant`, or `system`, those of the whole Palette. Default: `project` where one is named, else `tenant`.",
    optional: true,
    example: "project",
  }),
  project: s.string({
    description: "The project's name, in the context `project`. Default: the provider's project.",
    optional: true,
    example: "Payments",
  }),
  macroName: s.string({
    description: "The one macro whose value is wanted as `macro_value`.",
    optional: true,
    example: "REGION",
  }),
  names: s.stringList({ description: "The names of all macros, sorted.", computed: true, example: ["DNS", "REGION"] }),
  macrosMap: s.stringMap({
    description:
      "The value of each macro, by its name. Hidden in plans, since a macro may hold a secret; but in the state.",
    computed: true,
    sensitive: true,
    example: { DNS: "10.0.0.2", REGION: "eu-west-1" },
  }),
  macroValue: s.string({
    description: "The value of `macro_name`.",
    computed: true,
    sometimes: true,
    sensitive: true,
    example: "eu-west-1",
  }),
};

type State = Values<typeof attributes>;

/** One call for a project or the system, two for the tenant. */
export const macrosDataSource = defineDataSource<Palette, typeof attributes>({
  type: "macros",
  description: "The macros of a project, of the tenant or of the system: used in values as `{{.spectro.macro.NAME}}`.",
  attributes,
  validate: (config) => scopeProblems(config, ["project", "tenant", "system"]),
  read: (config, run) =>
    explained("reading macros", async () => {
      const found = new Map(
        ((await listed(config, run)).macros ?? [])
          .flatMap(({ name, value = "" }) => (name === undefined ? [] : [[macroName(name), value] as const]))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      const names = [...found.keys()];
      if (config.macroName !== undefined && !found.has(config.macroName))
        throw noMacro(config, config.macroName, names);
      return {
        ...config,
        names,
        macrosMap: Object.fromEntries(found),
        macroValue: config.macroName === undefined ? undefined : found.get(config.macroName),
      };
    }),
});

const contextOf = ({ context, project }: State): string => context ?? (project === undefined ? "tenant" : "project");

async function listed(config: State, run: Run<Palette>): Promise<V1Macros> {
  const { client } = run.context;
  const tenant: At = { scope: TENANT, signal: run.signal };
  const context = contextOf(config);
  if (context === "tenant") return macros(client, tenant).ofTenant();
  if (context === "system") return macros(client, tenant).ofSystem();
  const at = await scopeOf({ context, project: config.project }, run);
  return macros(client, at).ofProject(at.scope.kind === "project" ? at.scope.uid : "");
}

function noMacro(config: State, name: string, names: readonly string[]): DiagnosticError {
  const context = contextOf(config);
  return new DiagnosticError({
    code: "UnknownMacro",
    path: ["macroName"],
    summary: `There is no macro "${name}"`,
    detail: `The context "${context}" has no macro "${name}".${suggest(name, names) || " Check the name and the context."}`,
  });
}
