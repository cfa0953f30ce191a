import { appProfileAttributes } from "../app-profile/attributes";
import { clusterProfileAttributes } from "../cluster-profile/attributes";
import { fromOfficial } from "./from-official";

const cluster = fromOfficial("spectrocloud_cluster_profile", clusterProfileAttributes);
const app = fromOfficial("spectrocloud_application_profile", appProfileAttributes);

describe("a state of the official provider", () => {
  it("becomes ours: empty texts, false, empty lists and maps are what is not there", () => {
    const taken = cluster.take(
      {
        id: "a".repeat(24),
        name: "web",
        version: "1.2.0",
        context: "project",
        cloud: "all",
        type: "add-on",
        description: null,
        skip_destroy: false,
        tags: ["team:web"],
        timeouts: { create: "2m", update: null, delete: null },
        pack: [
          {
            name: "ns",
            type: "manifest",
            tag: "",
            uid: "b".repeat(24),
            registry_uid: "",
            registry_name: "",
            values: "",
            manifest: [{ name: "ns", content: "kind: Namespace", uid: "c".repeat(24) }],
          },
        ],
        profile_variables: [
          { variable: [{ name: "n", display_name: "N", required: false, hidden: true, regex: "", options: [] }] },
        ],
      },
      0,
    );
    expect(taken).toEqual({
      id: "a".repeat(24),
      name: "web",
      version: "1.2.0",
      context: "project",
      cloud: "all",
      type: "add-on",
      skipDestroy: false,
      tags: ["team:web"],
      timeouts: { create: "2m" },
      packs: [
        {
          name: "ns",
          type: "manifest",
          uid: "b".repeat(24),
          manifests: [{ name: "ns", content: "kind: Namespace", uid: "c".repeat(24) }],
        },
      ],
      profileVariables: { variables: [{ name: "n", displayName: "N", required: false, hidden: true }] },
      versions: { "1.2.0": "a".repeat(24) },
    });
  });

  it("of an app profile keeps its tiers, and knows of what Palette does not keep", () => {
    const pack = [
      { name: "db", type: "operator-instance", install_order: 0, properties: { a: "1" }, manifest: [] },
      { name: "api", type: "container", properties: {} },
    ];
    expect(app.take({ id: "a", name: "shop", version: "1.0.0", cloud: null, pack }, 0)).toEqual({
      id: "a",
      name: "shop",
      version: "1.0.0",
      cloud: "all",
      skipDestroy: false,
      tiers: [
        { name: "db", type: "operator-instance", installOrder: 0, properties: { a: "1" } },
        { name: "api", type: "container" },
      ],
      versions: { "1.0.0": "a" },
    });
  });

  it("without an id, or of a system profile, is refused with what to do instead", () => {
    expect(() => cluster.take({ name: "web" }, 0)).toThrow(/does not say which profile.*import the profile instead/s);
    expect(() => cluster.take({ id: "a", name: "web", context: "system" }, 0)).toThrow(
      /"web" says context "system".*palette_system_profile/s,
    );
  });
});
