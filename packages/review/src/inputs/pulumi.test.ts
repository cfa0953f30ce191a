import { buildReview } from "../build";
import type { Review, ReviewInput } from "../model";
import { renderText } from "../render/text";
import { readSample } from "../testing/golden";
import { jsonLines } from "./json-lines";
import { readPulumiEvents, readPulumiPreview, readPulumiSummary } from "./pulumi";

const preview = (name: string) => readPulumiPreview(JSON.parse(readSample(`${name}.preview.json`)));
const events = (name: string) => readPulumiEvents(jsonLines(readSample(`${name}.events.jsonl`)).values);
const impacts = (input: ReviewInput) =>
  Object.fromEntries(input.resources.map(({ address, impact }) => [address.split("::").at(-1), impact]));
const changesOf = (review: Review, name: string) =>
  review.resources
    .find((resource) => resource.name === name)!
    .changes.map(({ layer, variable, path }) => [layer ?? variable, path].filter(Boolean).join(" > "));

describe("a preview of Pulumi as a document", () => {
  test("tells the impact of each profile: of dynamic resources", () => {
    expect(impacts(preview("dynamic"))).toEqual({
      platform: "update",
      moved: "update",
      next: "new-version",
      fresh: "create",
      shop: "update",
      follows: "create",
      gone: "destroy",
    });
  });

  test("of native ones, with what is known only after the update", () => {
    const input = preview("native");
    expect(impacts(input)).toEqual({
      next: "new-version",
      moved: "replace",
      platform: "update",
      fresh: "create",
      gone: "destroy",
    });
    const review = buildReview(input);
    expect(review.resources[0]).toMatchObject({ name: "nmoved", replacedBecause: ["context"] });
    expect(renderText(review, { color: false })).toContain("description: (known after apply)");
  });

  test("and of the bridged package, whose updates make no version", () => {
    const review = buildReview(preview("bridged"));
    expect(review.resources.map(({ name, impact, kind }) => [name, impact, kind])).toEqual([
      ["bplatform", "update", "cluster"],
      ["bshop", "update", "app"],
    ]);
    expect(changesOf(review, "bplatform")).toContain("nginx > charts.nginx.replicas");
    expect(changesOf(review, "bshop")).toEqual(["api > containerService.image"]);
    expect(JSON.stringify(review)).not.toContain("canary");
  });

  test("tells which secret changes where the provider does, and shows none", () => {
    const review = buildReview(preview("native"));
    expect(changesOf(review, "nplatform")).toEqual([
      "nginx > charts.nginx.replicas",
      "namespaces > metadata.name",
      "token > defaultValue",
    ]);
    const [change] = review.resources.find(({ name }) => name === "nplatform")!.changes.slice(-1);
    expect(change).toMatchObject({ before: { masked: true }, after: { masked: true } });
    expect(review.notes).toEqual([]);
  });

  test("says what it cannot tell, since Pulumi shows it as a secret as a whole", () => {
    const input = preview("dynamic");
    expect(input.notes).toEqual([
      expect.stringMatching(
        /^platform: Pulumi shows "packs", "profileVariables.variables" as a secret.*leave the layers readable\.$/,
      ),
      'shop: Pulumi shows "tiers" as a secret, so that what changes there is not told.',
    ]);
    expect(buildReview(input).resources.find(({ name }) => name === "platform")!.changes).toEqual([]);
  });

  test("tells drift apart where it refreshed, and takes Palette's mask of a secret for none", () => {
    const { resources } = buildReview(preview("bridged"));
    const { drift, changes } = resources.find(({ name }) => name === "bplatform")!;
    expect(drift.map(({ path, manifest }) => manifest ?? path)).toEqual(["charts.nginx.replicas", "ns"]);
    expect(changes).toContainEqual(expect.objectContaining({ path: "charts.nginx.replicas", before: 9, after: 4 }));
  });
});

const URN = "urn:pulumi:dev::shop::palette:index:ClusterProfile::p";
const state = (inputs: object, more: object = {}) => ({
  type: "palette:index:ClusterProfile",
  urn: URN,
  inputs: { name: "p", version: "1.0.0", packs: [], ...inputs },
  ...more,
});
const step = (op: string, more: object) => ({ op, urn: URN, ...more });
const read = (...steps: object[]) => readPulumiPreview({ steps, duration: 1 });

describe("steps of Pulumi", () => {
  test.each([
    ["same", {}, "no-op"],
    ["import", {}, "adopt"],
    ["delete", { oldState: state({}, { retainOnDelete: true }) }, "forget"],
    ["update", { newState: state({ version: "1.1.0", versionPolicy: "in_place" }) }, "update"],
    ["update", { newState: state({ version: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }) }, "new-version"],
    ["create-replacement", {}, "replace"],
  ])("%s with %j is %s", (op, more, impact) => {
    const { resources } = read(step(op, { oldState: state({}), newState: state({}), ...more }));
    expect(resources.map((resource) => resource.impact)).toEqual([impact]);
  });

  test("are brought together: a replacement is one, and what an earlier one left is another", () => {
    const sides = { oldState: state({}), newState: state({}) };
    const replacement = ["create-replacement", "replace", "delete-replaced"].map((op) => step(op, sides));
    expect(read(...replacement).resources.map(({ impact }) => impact)).toEqual(["replace"]);
    const left = read(step("update", sides), step("delete", { oldState: state({}) })).resources;
    expect(left.map(({ address, impact }) => [address, impact])).toEqual([
      ["palette:index:ClusterProfile::p", "update"],
      ["palette:index:ClusterProfile::p (replaced before)", "destroy"],
    ]);
  });

  test("tell the address that a resource had", () => {
    const old = state({}, { urn: URN.replace(/::p$/, "::old") });
    expect(read(step("update", { oldState: old, newState: state({}) })).resources[0]).toMatchObject({
      previousAddress: "palette:index:ClusterProfile::old",
    });
  });

  test("adopt a profile where our provider warns of that", () => {
    const json = {
      steps: [step("create", { newState: state({}) })],
      diagnostics: [
        { urn: URN, severity: "warning", message: "warning: name: Takes over a profile that is there. ..." },
      ],
    };
    expect(readPulumiPreview(json).resources[0]!.impact).toBe("adopt");
  });

  test("adopt and let go of a system profile, and tell what changes in the layers that stay managed", () => {
    const type = "pulumi-nodejs:dynamic/palette:SystemProfile";
    const urn = `urn:pulumi:dev::shop::${type}::system`;
    const of = (...packs: object[]) => ({ type, inputs: { name: "enterprise", packs } });
    const layer = (name: string, a: number) => ({ name, overrides: `a: ${a}\n` });
    const update = { op: "update", urn, oldState: of(layer("k8s", 1), layer("os", 1)), newState: of(layer("k8s", 2)) };
    const [resource] = buildReview(readPulumiPreview({ steps: [update] })).resources;
    expect(resource).toMatchObject({ kind: "system", managed: { layers: 1, added: [], released: ["os"] } });
    expect(resource!.changes).toMatchObject([{ layer: "k8s", path: "a", before: 1, after: 2 }]);
    const create = { op: "create", urn, newState: of(layer("k8s", 1)) };
    expect(readPulumiPreview({ steps: [create] }).resources[0]!.impact).toBe("adopt");
  });

  test("hide a text that is a secret, and tell that it changes", () => {
    const packs = (values: unknown) => [{ name: "web", values }];
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    const one = step("update", {
      oldState: state({ packs: packs("[secret]") }),
      newState: state({ packs: packs("[secret]") }),
      detailedDiff: { "packs[0].values": { kind: "update" } },
    });
    expect(buildReview(read(one)).counts.changes).toBe(1);
    const shown = (text: string) => state({ packs: packs({ ...secret, plaintext: JSON.stringify(text) }) });
    const two = step("update", { oldState: shown("a: canary-1\n"), newState: shown("a: canary-2\n") });
    const review = buildReview(read(two));
    expect(review.resources[0]!.changes).toMatchObject([{ layer: "web", path: "a", sensitive: true }]);
    expect(JSON.stringify(review)).not.toContain("canary");
  });

  test("keep the names of a tier's properties", () => {
    const type = "palette:index:AppProfile";
    const of = (size: string) => ({
      type,
      inputs: { name: "shop", tiers: [{ name: "db", packName: "postgres", properties: { databaseVolumeSize: size } }] },
    });
    const update = { op: "update", urn: `urn:pulumi:dev::shop::${type}::shop`, oldState: of("8"), newState: of("16") };
    expect(changesOf(buildReview(readPulumiPreview({ steps: [update] })), "shop")).toEqual([
      "db > properties.databaseVolumeSize",
    ]);
  });

  test("are no preview where there are none", () => {
    expect(() => readPulumiPreview({ deployment: {} })).toThrow("this is not a preview of Pulumi: it has no steps");
    expect(readPulumiPreview({ duration: 1, changeSummary: {} }).resources).toEqual([]);
  });

  test("say so where the preview failed", () => {
    const diagnostics = [{ urn: URN, severity: "error", message: "error: s3cr3t" }];
    expect(readPulumiPreview({ steps: [], diagnostics }).notes).toEqual([
      "The preview ended with errors at p: what would have come after them is missing.",
    ]);
  });
});

describe("events that Pulumi streams", () => {
  test("tell what the document tells", () => {
    const review = buildReview(events("native"));
    const platform = review.resources.find(({ name }) => name === "nplatform")!;
    expect(platform.impact).toBe("update");
    expect(platform.drift.map(({ path, manifest }) => manifest ?? path)).toEqual([
      "description",
      "charts.nginx.replicas",
      "ns",
    ]);
    expect(review.resources.find(({ name }) => name === "nmoved")).toMatchObject({ replacedBecause: ["context"] });
  });

  test("tell the drift that a refresh alone finds", () => {
    const [old, live] = [state({}), state({ description: "by hand" })];
    const metadata = { op: "refresh", urn: URN, type: old.type, old, new: live };
    const { resources } = buildReview(
      readPulumiEvents([
        { sequence: 1, resourcePreEvent: { metadata: { ...metadata, new: old } } },
        { sequence: 2, resOutputsEvent: { metadata } },
        { sequence: 3, summaryEvent: {} },
      ]),
    );
    expect(resources).toMatchObject([{ impact: "no-op", changes: [], drift: [{ path: "description" }] }]);
  });

  test("say so where they end too early", () => {
    expect(readPulumiEvents([{ sequence: 1, timestamp: 1, preludeEvent: {} }]).notes).toEqual([
      "The stream of events ends before Pulumi's summary: resources may be missing.",
    ]);
  });
});

test("a summary of Pulumi tells impacts, and what to give for the rest", () => {
  const resources = [{ urn: URN, type: "palette:index:ClusterProfile", name: "p", op: "update" }, { op: "create" }];
  const input = readPulumiSummary({ result: "succeeded", duration: 1, resources });
  expect(input.resources).toEqual([
    {
      address: "palette:index:ClusterProfile::p",
      type: "palette:index:ClusterProfile",
      kind: "cluster",
      impact: "update",
    },
  ]);
  expect(input.notes![0]).toContain("give the output of `pulumi preview --json`");
});
