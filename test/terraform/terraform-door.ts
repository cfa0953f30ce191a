import { rmSync } from "node:fs";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { type AnyValues, type Attributes, isBlock, isObject, terraformName } from "@palette-profiles/resource-kit";
import { palette } from "@palette-profiles/resources";
import type { Action, Configs, Door, Kind, Outcome, Stack } from "../scenarios/door";
import { actionsOf, createServedProject, type Ran, serverEnvironment } from "./terraform";

/** The real `terraform`, with the bundled provider from a mirror. */
export const terraformDoor: Door = {
  name: "Terraform",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    const type = `${kind}_profile`;
    const address = `palette_${type}.it`;
    const { attributes } = palette.resources.find((each) => each.type === type)!;
    const project = await createServedProject({ ...serverEnvironment(server), ...environment });
    const write = (config: Configs[K]) => {
      let files = 0;
      // As people write long values. Terraform itself takes seconds for a long text within JSON.
      const text = (value: string): string => {
        if (value.length < 16_000) return escaped(value);
        const name = `text-${files++}.yaml`;
        project.write(name, value);
        return `\${file("${name}")}`;
      };
      const it = inTerraform(attributes, { ...config }, text);
      project.write("main.tf.json", JSON.stringify({ resource: { [`palette_${type}`]: { it } } }));
    };
    return {
      async plan(config) {
        write(config);
        return outcomeOf(await project.plan(), address);
      },
      async apply(config) {
        write(config);
        return outcomeOf(await project.apply(), address);
      },
      destroy: async () => outcomeOf(await project.apply("-destroy"), address),
      async import(id, config) {
        write(config);
        rmSync(join(project.folder, "terraform.tfstate"), { force: true });
        const { status, stderr } = await project.run("import", "-input=false", "-no-color", address, id);
        return status === 0 ? outcomeOf(await project.plan(), address) : { action: "none", errors: stderr };
      },
      state: async () => project.state(),
      close: async () => project.remove(),
    };
  },
};

function outcomeOf(ran: Ran, address: string): Outcome {
  const actions: Partial<Record<string, Action>> = { create: "create", update: "update", replace: "replace" };
  const [action] = actionsOf(ran, address).flatMap((it) => actions[it] ?? []);
  return { action: action ?? "none", errors: ran.errors };
}

/** A configuration in Terraform's names and JSON syntax. */
function inTerraform(schema: Attributes, config: AnyValues, text: (value: string) => string): AnyValues {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, attribute]): [string, unknown][] => {
      const value = config[name];
      if (value === undefined) return [];
      const inner = (element: unknown): unknown => {
        if (isBlock(attribute) && isObject(element)) return inTerraform(attribute.attributes, element, text);
        if (isObject(element)) return Object.fromEntries(Object.entries(element).map(([key, it]) => [key, inner(it)]));
        return typeof element === "string" ? text(element) : element;
      };
      return [[terraformName(name, attribute), Array.isArray(value) ? value.map(inner) : inner(value)]];
    }),
  );
}

/** Text that Terraform does not take for a template. */
function escaped(value: string): string {
  return value.replace(/[$%](?=\{)/g, "$&$&");
}
