import { buildReview } from "../build";
import { compareProfiles } from "./compare-profiles";
import { readExportedProfile } from "./exported-profile";
import { readLiveProfile, readReach } from "./live-profile";

const exported = (values: string, version = "1.2.0") => `
metadata:
  name: web
  labels: {team: a}
spec:
  version: ${version}
  template:
    type: add-on
    cloudType: all
    packs:
      - name: nginx
        type: spectro
        tag: 1.11.4
        registry: {metadata: {name: Public Repo}}
        values: ${JSON.stringify(values)}
      - {name: ns, type: manifest, manifests: [{name: ns, content: "kind: Namespace"}]}
  variables:
    - {name: token, isSensitive: true, defaultValue: "********"}
`;
const live = {
  profile: {
    metadata: { name: "web", labels: { team: "a" }, annotations: { scope: "project", description: "" } },
    spec: {
      version: "1.2.0",
      published: {
        type: "add-on",
        cloudType: "all",
        packs: [
          { name: "nginx", type: "spectro", tag: "1.11.4", packUid: "u", registryUid: "r", values: "a: 1" },
          { name: "ns", type: "manifest", tag: "", packUid: "v", manifests: [{ name: "ns", uid: "m" }] },
        ],
      },
    },
    status: { inUseClusters: [{ uid: "c1", name: "prod-eu" }, { uid: "c2" }], inUseClusterTemplates: [{ name: "t" }] },
  },
  variables: {
    variables: [
      {
        name: "token",
        displayName: "token",
        format: "string",
        inputType: "text",
        isSensitive: true,
        defaultValue: "********",
      },
    ],
  },
  manifests: { spec: { packs: [{ spec: { manifests: [{ uid: "m", content: "kind: Namespace\n" }] } }] } },
};
const told = (a: string, b: string) => buildReview(compareProfiles(readExportedProfile(a), readExportedProfile(b)));

describe("two profiles", () => {
  test("that were exported differ by their leaves", () => {
    const { resources } = told(exported("a: 1\nb: 1"), exported("b: 1\na: 2"));
    expect(resources).toMatchObject([
      { name: "web", impact: "update", changes: [{ layer: "nginx", path: "a", before: 1, after: 2 }] },
    ]);
  });

  test("of two versions are a new version; of the same content nothing; alone they come or go", () => {
    const [one, two] = [readExportedProfile(exported("a: 1")), readExportedProfile(exported("a: 1", "2.0.0"))];
    const impact = (...[a, b]: Parameters<typeof compareProfiles>) => compareProfiles(a, b).resources[0]?.impact;
    expect([impact(one, two), impact(one, one), impact(undefined, one), impact(one, undefined)]).toEqual([
      "new-version",
      "no-op",
      "create",
      "destroy",
    ]);
    expect(compareProfiles(undefined, undefined).resources).toEqual([]);
  });

  test("are compared with what Palette has, whatever one of them does not tell", () => {
    const input = compareProfiles(readLiveProfile(live), readExportedProfile(exported("a: 1")));
    expect(input.resources).toMatchObject([
      { impact: "update", reach: { clusters: ["prod-eu", "c2"], templates: ["t"] } },
    ]);
    const [resource] = buildReview(input).resources;
    expect(resource).toMatchObject({ changes: [], formattingOnly: ["ns > manifest ns"] });
    expect(compareProfiles(readLiveProfile(live), readExportedProfile(exported("a: 2"))).resources[0]).toMatchObject({
      impact: "update",
    });
  });
});

describe("Palette's answer", () => {
  test("names clusters, or tells their uids where it gives no names", () => {
    expect(readReach({ status: { inUseClusterUids: ["c1"] } })).toEqual({ clusters: ["c1"], templates: [] });
    expect(readReach(undefined)).toEqual({ clusters: [], templates: [] });
  });

  test("is refused where it is no profile", () => {
    expect(() => readLiveProfile({ profile: { code: "NotFound" } })).toThrow(
      "this is no cluster profile of Palette's API",
    );
  });
});
