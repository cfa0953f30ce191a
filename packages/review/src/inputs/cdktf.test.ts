// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { buildReview } from "../build";
import type { ReviewInput } from "../model";
import { compareConfigs } from "./cdktf";

const profile = (more: object = {}) => ({
  name: "p",
  version: "1.0.0",
  pack: [{ name: "web", values: "a: 1\n" }],
  ...more,
});
const config = (profiles: object, more: object = {}) => ({
  "//": { metadata: { stackName: "prod" } },
  terraform: { backend: {} },
  resource: { palette_cluster_profile: profiles },
  ...more,
});
const told = ({ resources }: ReviewInput) =>
  resources.map(({ address, impact }) => `${impact} ${address.replace("palette_cluster_profile.", "")}`);
const changes = (before: object, after: object) =>
  buildReview(compareConfigs(config({ p: before }), config({ p: after }))).resources[0]!.changes;

describe("two configurations", () => {
  test("tell what is made, changed, left as it is, and what goes", () => {
    const before = config({ same: profile(), edited: profile(), next: profile(), gone: profile(), kept: profile() });
    const after = config(
      {
        same: profile({ "//": { metadata: { path: "elsewhere" } } }),
        edited: profile({ pack: [{ name: "web", values: "a: 2\n" }] }),
        next: profile({ version: "1.1.0" }),
        new: profile(),
      },
      { removed: [{ from: "palette_cluster_profile.kept", lifecycle: [{ destroy: false }] }] },
    );
    expect(told(compareConfigs(before, after))).toEqual([
      "no-op same",
      "update edited",
      "new-version next",
      "create new",
      "destroy gone",
      "forget kept",
    ]);
  });

  test("tell leaves, and expressions as they are written", () => {
    const values = (replicas: string) => ({ pack: [{ name: "web", values: `a: 1\nreplicas: ${replicas}\n` }] });
    expect(changes(profile(values("${var.few}")), profile(values("${var.many}")))).toMatchObject([
      { layer: "web", path: "replicas", before: "${var.few}", after: "${var.many}" },
    ]);
    expect(
      changes(
        profile({ pack: [{ name: "k8s", tag: "${local.k8s}" }] }),
        profile({ pack: { name: "k8s", tag: "1.31.0" } }),
      ),
    ).toMatchObject([{ layer: "k8s", path: "tag", before: "${local.k8s}", after: "1.31.0" }]);
  });

  test("take an expression in place of a version for an update, and a version in place for one too", () => {
    const version = (after: object) => told(compareConfigs(config({ p: profile() }), config({ p: profile(after) })));
    expect(version({ version: "${var.version}" })).toEqual(["update p"]);
    expect(version({ version: undefined })).toEqual(["update p"]);
    expect(version({ version: "1.1.0", version_policy: "in_place" })).toEqual(["update p"]);
  });

  test("say where an expression decides how many blocks there are", () => {
    const dynamic = { dynamic: { pack: { for_each: "${var.layers}", content: {} } }, pack: undefined };
    const input = compareConfigs(config({ p: profile() }), config({ p: profile(dynamic) }));
    expect(input.notes).toEqual([expect.stringContaining("in palette_cluster_profile.p")]);
    expect(buildReview(input).resources[0]!.changes).toMatchObject([{ path: "packs", after: { unknown: true } }]);
  });

  test("follow a resource that moved", () => {
    const moved = [{ from: "palette_cluster_profile.old", to: "palette_cluster_profile.new" }];
    const input = compareConfigs(config({ old: profile() }), config({ new: profile() }, { moved }));
    expect(input.resources).toMatchObject([{ impact: "no-op", previousAddress: "palette_cluster_profile.old" }]);
  });

  test("read the official provider's profiles, app profiles and system profiles", () => {
    const resource = (a: number) => ({
      resource: {
        spectrocloud_cluster_profile: { p: profile({ version: `1.${a}.0` }) },
        palette_app_profile: { a: { name: "a", pack: [{ name: "db", properties: { size: `${a}` } }] } },
        palette_system_profile: { s: { name: "s", pack: [{ name: "k8s", overrides: `a: ${a}\n` }] } },
        null_resource: { n: { triggers: { a } } },
      },
    });
    const { resources } = buildReview(compareConfigs(resource(1), resource(2)));
    expect(resources.map(({ kind, impact, changes: list }) => `${kind} ${impact} ${list.length}`).sort()).toEqual([
      "app update 1",
      "cluster update 1",
      "system update 1",
    ]);
  });

  test("may be there on one side only", () => {
    expect(told(compareConfigs(undefined, config({ p: profile() })))).toEqual(["create p"]);
    expect(told(compareConfigs(config({ p: profile() }), undefined))).toEqual(["destroy p"]);
  });

  test("are refused where they are none", () => {
    expect(() => compareConfigs({ format_version: "1.2" }, config({}))).toThrow("give stacks/NAME/cdk.tf.json");
  });
});
