import * as pulumi from "@pulumi/pulumi";
import { ClusterProfile } from "../cluster-profile";

const urns = new Map<string, unknown>();
beforeAll(() =>
  pulumi.runtime.setMocks(
    {
      call: () => ({}),
      newResource({ name, id, inputs }) {
        urns.set(name, inputs.__urn);
        return { id: id || name, state: inputs };
      },
    },
    "shop",
    "dev",
  ),
);

class Group extends pulumi.ComponentResource {
  readonly uid: pulumi.Output<string>;

  constructor(name: string) {
    super("shop:platform:Group", name);
    this.uid = new ClusterProfile(`${name}-in`, { name: "in" }, { parent: this }).urn;
    this.registerOutputs({});
  }
}
const resolved = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

test("an import is refused where the program asks for it, with what to do in its place", () => {
  expect(() => new ClusterProfile("taken", { name: "taken" }, { import: "taken:project" })).toThrow(
    'taken: the option import = "taken:project" is for the native mode, since Pulumi imports nothing without a plugin. Give adopt: true',
  );
});

test("the provider is told the URN that Pulumi gives the resource, also within a component", async () => {
  const [alone, within] = [new ClusterProfile("alone", { name: "alone" }).urn, new Group("group").uid];
  expect([await resolved(alone), await resolved(within)]).toEqual([urns.get("alone"), urns.get("group-in")]);
  expect(urns.get("group-in")).toBe(
    "urn:pulumi:dev::shop::shop:platform:Group$pulumi-nodejs:dynamic/palette:ClusterProfile::group-in",
  );
});
