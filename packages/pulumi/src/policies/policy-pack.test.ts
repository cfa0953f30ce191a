import { rules } from "@palette-profiles/profiles";
import type { ResourceValidationArgs } from "@pulumi/policy";
import { policies } from "./policy-pack";

/** What Pulumi gives to a policy. */
const args = (props: Record<string, unknown>, config: object = {}): ResourceValidationArgs =>
  ({
    type: "pulumi-nodejs:dynamic/palette:ClusterProfile",
    urn: "urn:pulumi:production::shop::pulumi-nodejs:dynamic/palette:ClusterProfile::it",
    props,
    opts: { protect: false },
    getConfig: () => config,
    notApplicable: () => {
      throw new Error("not applicable");
    },
  }) as unknown as ResourceValidationArgs;

function named(name: string, options?: Parameters<typeof policies>[0]) {
  const policy = policies(options).find((one) => one.name === name)!;
  const validate = policy.validateResource as (it: ResourceValidationArgs, report: (message: string) => void) => void;
  const violations = (it: ResourceValidationArgs) => {
    const told: string[] = [];
    validate(it, (message) => told.push(message));
    return told;
  };
  return { policy, violations };
}

test("the pack loads nothing of Pulumi's: the policies are plain objects", () => {
  for (const pulumi of ["pulumi", "policy"]) {
    jest.doMock(`@pulumi/${pulumi}`, () => {
      throw new Error(`@pulumi/${pulumi} was loaded`);
    });
  }
  jest.isolateModules(() => {
    const fresh = jest.requireActual<{ policies: typeof policies }>("./policy-pack").policies();
    expect(fresh.map(({ name }) => name)).toEqual(Object.keys(rules));
  });
});

test("a violation tells place, problem and what to do, and the stack is the resource's", () => {
  expect(named("palette-protected").violations(args({ type: "infra" }))).toEqual([
    'skipDestroy: The infra profile of the stack "production" can be destroyed. Set the option protect: true, or skipDestroy: true.',
  ]);
});

test("options of the code are the defaults of the configuration, which goes before them", () => {
  const { policy, violations } = named("palette-required-tags", { "palette-required-tags": { required: ["owner"] } });
  expect(policy.configSchema?.properties.required).toMatchObject({ type: "array", default: ["owner"] });
  expect(violations(args({}))).toHaveLength(1);
  expect(violations(args({}, { required: [] }))).toEqual([]);
});

test("a resource that is no such profile is not applicable", () => {
  const bucket = { ...args({}), type: "aws:s3/bucket:Bucket" };
  expect(() => named("palette-description").violations(bucket)).toThrow("not applicable");
});

test("remediation writes only what is new, in the objects that Pulumi gave", () => {
  const options = { "palette-required-tags": { required: ["owner"], defaults: { owner: "platform" } } } as const;
  const remediate = named("palette-required-tags", options).policy.remediateResource!;
  const tags = ["a"];
  const props = { tags, packs: [] };
  expect(remediate(args(props))).toBe(props);
  expect(props.tags).toBe(tags);
  expect(tags).toEqual(["a", "owner:platform"]);
  expect(remediate(args(props))).toBeUndefined();
});
