import { argo, argoValues, certManager, namespaces, nginx } from "../../scenarios/profiles";
import type { Result } from "../runner";
import { doneBroadly, openWorld, type World, ways, well } from "./ways";

jest.setTimeout(60_000);

const variable = { name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" };
const variables = (defaultValue: string) => ({ profileVariables: { variables: [{ ...variable, defaultValue }] } });
const packs = [argo(), certManager];
const changed = [namespaces, { ...argo(3), tag: "7.8.2" }, nginx];
const about = { description: "what every cluster gets", tags: ["team:platform"] };
const [manifest] = namespaces.manifests!;
const edited = [{ ...namespaces, manifests: [{ ...manifest!, content: `${manifest!.content}  labels: {team: a}\n` }] }];

// The command does not say where a secret changed that a dynamic resource has.
const oneSecret = expect.stringMatching(/^update it( profileVariables)?$/) as string;

/** What becomes of one profile, change after change, and what is shown of it; another beside it stays as it is. */
const CHANGES: [kind: string, it: object | undefined, shown: string[]][] = [
  ["a new profile", { packs }, ["create beside", "create it"]],
  ["a leaf of the values", { packs: [argo(3), certManager] }, ["update it packs"]],
  ["formatting alone", { packs: [{ ...argo(), values: argoValues(3, "# three\n") }, certManager] }, []],
  ["a pack's version", { packs: [{ ...argo(3), tag: "7.8.2" }, certManager] }, ["update it packs"]],
  ["layers that come and go", { packs: changed }, ["update it packs"]],
  ["what it says of itself", { packs: changed, ...about }, ["update it description tags"]],
  ["layers in another order", { packs: changed.toReversed(), ...about }, ["update it packs"]],
  ["a variable", { packs: edited, ...about, ...variables("2") }, ["update it packs profileVariables"]],
  ["a variable's default", { packs: edited, ...about, ...variables("3") }, [oneSecret]],
  ["a version", { packs: edited, version: "1.1.0" }, ["update it description profileVariables tags version"]],
  ["a place", { packs: edited, version: "1.1.0", context: "tenant" }, ["replace it context"]],
  ["a profile that goes", undefined, ["delete it"]],
];

/** What of a preview's outputs is known: elsewhere are Pulumi's mark of what is not, and the command's of a secret. */
function known(value: unknown): unknown {
  if (typeof value === "string" && value.startsWith("04da6b54-")) return undefined;
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  if ("ciphertext" in value) return undefined;
  const all = Object.entries(value).map(([key, inner]) => [key, known(inner)] as const);
  return Object.fromEntries(all.filter(([, inner]) => inner !== undefined));
}
const program = (it: object | undefined) => `profile("beside", { packs: ${JSON.stringify([nginx])} });
${
  it === undefined
    ? ""
    : `const it = profile("it", ${JSON.stringify(it)});
const { urn, ...properties } = it;
for (const [name, value] of Object.entries(properties)) if (pulumi.Output.isInstance(value)) exports[name] = value;`
}`;
const steps = ({ steps }: Result) => [...steps].sort((a, b) => a.name.localeCompare(b.name));

describe.each(ways)("preview equals up: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way);
  });
  afterAll(() => world.close());

  test.each(CHANGES)("%s", async (_, it, shown) => {
    await world.write(program(it));
    const planned = await well(world.stack.preview());
    const made = await well(world.stack.up());
    expect(doneBroadly(made)).toEqual(shown);
    expect(steps(planned)).toEqual(steps(made));
    expect(Object.keys(planned.outputs)).toEqual(expect.arrayContaining(Object.keys(made.outputs)));
    expect(made.outputs).toMatchObject(known(planned.outputs) as object);
    await well(world.stack.preview({ refresh: true, expectNoChanges: true }));
  });
});
