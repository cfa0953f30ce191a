import { readFileSync } from "node:fs";
import { packTexts } from "../testing/packs";
import { mergeYaml } from "./merge";
import { mergeThreeWays, type ThreeWayMerge } from "./merge-three-ways";

const KUBEADM = `# Values of the Kubernetes layer
pack:
  k8sHardening: True
  #CIDR Range for Pods in cluster
  # Note : This must not overlap with any of the host or service network
  podCIDR: "192.168.0.0/16"
  #CIDR notation IP range from which to assign service cluster IPs
  serviceClusterIpRange: "10.96.0.0/12"
  palette:
    config:
      dashboard:
        identityProvider: noauth

kubeadmconfig:
  apiServer:
    extraArgs:
      # Note : secure-port flag is used during kubeadm init. Do not change this flag on a running cluster
      secure-port: "6443"
      anonymous-auth: "true"
      profiling: "false"
    extraVolumes:
      - name: audit-log
        hostPath: /var/log/apiserver
        mountPath: /var/log/apiserver
  controllerManager:
    extraArgs:
      profiling: "false"
  preKubeadmCommands:
    - 'echo "Executing pre kube admin config commands"'
  files:
    - path: hardening/audit-policy.yaml
      content: |
        apiVersion: audit.k8s.io/v1
        kind: Policy
  image: gcr.io/spectro-images/kube:{{.spectro.system.kubernetes.version}}
`;

const DELTAS = {
  pack: { podCIDR: "100.64.0.0/18", serviceClusterIpRange: "100.64.64.0/18" },
  kubeadmconfig: { apiServer: { extraArgs: { "audit-log-maxage": "30" } } },
};
const APPLIED = mergeYaml(KUBEADM, DELTAS).text;

/** What an upgrade of Palette does to a text: new versions, a new key, one that goes, a comment. */
const upgraded = (text: string) =>
  text
    .replace("gcr.io/spectro-images/kube", "us-docker.pkg.dev/palette-images/kube")
    .replace("identityProvider: noauth", "identityProvider: palette")
    .replace('anonymous-auth: "true"', 'tls-min-version: "VersionTLS12" # new')
    .replace("# Values of the Kubernetes layer", "# Values of the Kubernetes layer, 1.30");

const merged = (it: Partial<Parameters<typeof mergeThreeWays>[0]>): ThreeWayMerge =>
  mergeThreeWays({ base: KUBEADM, applied: APPLIED, live: APPLIED, wanted: APPLIED, ...it });

describe("mergeThreeWays over an upgrade of Palette", () => {
  const INCOMING = [
    "pack.palette.config.dashboard.identityProvider",
    "kubeadmconfig.apiServer.extraArgs.tls-min-version",
    "kubeadmconfig.image",
    "kubeadmconfig.apiServer.extraArgs.anonymous-auth",
  ];

  test("keeps what the upgrade brings beside deltas that it left alone: there is nothing to send", () => {
    const live = upgraded(APPLIED);
    const result = merged({ live });
    expect(result).toEqual({ text: live, base: result.base, conflicts: [], own: [], incoming: expect.any(Array) });
    expect([...result.incoming].sort()).toEqual([...INCOMING].sort());
    expect(result.base).toContain("identityProvider: palette");
    expect(result.base).toContain('podCIDR: "192.168.0.0/16"');
    expect(result.base).not.toContain("audit-log-maxage");
  });

  test("sets the deltas again that the upgrade put back to the vendor's values, comments and all else to the letter", () => {
    const live = upgraded(KUBEADM);
    const result = merged({ live });
    const expected = live
      .replace('"192.168.0.0/16"', "100.64.0.0/18")
      .replace('"10.96.0.0/12"', "100.64.64.0/18")
      .replace("    extraVolumes", '      audit-log-maxage: "30"\n    extraVolumes');
    expect(result.text).toBe(expected);
    expect(result.base).toBe(live);
    expect(result.conflicts).toEqual([]);
    expect(result.own).toEqual([
      "pack.podCIDR",
      "pack.serviceClusterIpRange",
      "kubeadmconfig.apiServer.extraArgs.audit-log-maxage",
    ]);
    expect(result.incoming).toHaveLength(4);
  });

  test("stops where the upgrade has another value for what the user set, and tells all sides", () => {
    const live = upgraded(APPLIED).replace("100.64.0.0/18", "172.20.0.0/16");
    const result = merged({ live });
    expect(result.conflicts).toEqual([
      {
        path: "pack.podCIDR",
        base: "192.168.0.0/16",
        applied: "100.64.0.0/18",
        live: "172.20.0.0/16",
        wanted: "100.64.0.0/18",
      },
    ]);
    expect(result.text).toBe(live);
    expect(result.incoming).toContain("pack.podCIDR");
  });

  test.each([["pack.podCIDR"], ["pack"], [""], ['pack["podCIDR"]']])(
    "lets the user win where overwrite names %j",
    (path) => {
      const live = upgraded(APPLIED).replace("100.64.0.0/18", "172.20.0.0/16");
      const result = merged({ live, overwrite: [path] });
      expect(result.conflicts).toEqual([]);
      expect(result.own).toEqual(["pack.podCIDR"]);
      expect(result.text).toBe(upgraded(APPLIED));
      expect(result.base).toContain("podCIDR: 172.20.0.0/16");
    },
  );

  test("overwrite of another path decides nothing", () => {
    const live = APPLIED.replace("100.64.0.0/18", "172.20.0.0/16");
    expect(merged({ live, overwrite: ["pack.podCIDRs", "podCIDR", "pack[name=podCIDR]"] }).conflicts).toHaveLength(1);
  });

  test("a delta that is taken back goes back to the vendor's value, and one without such is removed", () => {
    const result = merged({ live: upgraded(APPLIED), wanted: KUBEADM });
    expect(result.conflicts).toEqual([]);
    expect(result.text).toBe(upgraded(KUBEADM));
    expect(result.text).toBe(result.base);
  });

  test("a delta that is taken back after Palette brought another value leaves Palette's", () => {
    const live = APPLIED.replace("100.64.0.0/18", "172.20.0.0/16");
    const result = merged({
      live,
      wanted: mergeYaml(KUBEADM, { ...DELTAS, pack: { serviceClusterIpRange: "100.64.64.0/18" } }).text,
    });
    expect(result).toMatchObject({ text: live, conflicts: [], own: [], incoming: ["pack.podCIDR"] });
  });

  test("a list is one value: two changes of it are a conflict, whichever entries they concern", () => {
    const volume = "\n      - name: more\n        hostPath: /b\n        mountPath: /b";
    const wanted = KUBEADM.replace("hostPath: /var/log/apiserver", "hostPath: /data/apiserver");
    const live = KUBEADM.replace(
      "        mountPath: /var/log/apiserver",
      `        mountPath: /var/log/apiserver${volume}`,
    );
    const result = merged({ applied: KUBEADM, live, wanted });
    expect(result.conflicts).toMatchObject([{ path: "kubeadmconfig.apiServer.extraVolumes" }]);
    expect(result.conflicts[0]!.live).toHaveLength(2);
    expect(merged({ applied: KUBEADM, live: upgraded(KUBEADM), wanted }).text).toContain("hostPath: /data/apiserver");
  });

  test("the text of the largest pack takes less than two seconds, on a busy machine too", () => {
    const [, file] = packTexts().sort(([, a], [, b]) => readFileSync(b).length - readFileSync(a).length)[0]!;
    const base = readFileSync(file, "utf8");
    const applied = mergeYaml(base, { fullnameOverride: "mine", extra: { a: 1 } }).text;
    const start = performance.now();
    const result = mergeThreeWays({ base, applied, live: `${base}brought: 1\n`, wanted: applied });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(result).toMatchObject({ conflicts: [], incoming: ["brought"], base: `${base}brought: 1\n` });
  });
});

describe("mergeThreeWays at the edges", () => {
  const merge = (base: string, applied: string, live: string, wanted: string, ...overwrite: string[]) =>
    mergeThreeWays({ base, applied, live, wanted, overwrite });

  test.each<[string, [string, string, string, string], Partial<ThreeWayMerge>]>([
    [
      "null is a value, not a removal",
      ["a: 1\n", "a: 1\n", "a: 1\nb: 2\n", "a: null\n"],
      { text: "a: null\nb: 2\n", own: ["a"] },
    ],
    ["a new key may be null", ["a: 1\n", "a: 1\n", "a: 2\n", "a: 1\nb: ~\n"], { text: "a: 2\nb: null\n", own: ["b"] }],
    [
      "nulls inside a new map stay",
      ["a: 1\n", "a: 1\n", "a: 2\n", "a: 1\nm: {x: null}\n"],
      { text: "a: 2\nm: { x: null }\n", own: ["m.x"] },
    ],
    [
      "a key that the user removes stays away",
      ["a: 1\nb: 1\n", "a: 1\n", "a: 2\nb: 1\n", "a: 1\n"],
      { text: "a: 2\n", base: "a: 2\nb: 1\n", own: ["b"], incoming: ["a"] },
    ],
    [
      "the same change on both sides is none",
      ["a: 1\n", "a: 1\n", "a: 'x' # theirs\n", "a: x\n"],
      { text: "a: 'x' # theirs\n", own: [], incoming: ["a"] },
    ],
    [
      "a new map for a delta is made",
      ["a: 1\n", "a: 1\n", "a: 2\n", "a: 1\nm:\n  x:\n    y: 1\n"],
      { text: "a: 2\nm:\n  x:\n    y: 1\n", own: ["m.x.y"] },
    ],
    [
      "two new maps of one name become one",
      ["a: 1\n", "a: 1\n", "a: 1\nm:\n  p: 1\n", "a: 1\nm:\n  q: 2\n"],
      { text: "a: 1\nm:\n  p: 1\n  q: 2\n", own: ["m.q"], incoming: ["m.p"] },
    ],
    [
      "a delta taken back leaves what Palette added beside it",
      ["a: 1\n", "a: 1\nm:\n  q: 2\n", "a: 1\nm:\n  q: 2\n  p: 1\n", "a: 1\n"],
      { text: "a: 1\nm:\n  p: 1\n", base: "a: 1\nm:\n  p: 1\n", own: ["m.q"] },
    ],
    [
      "a template passes through",
      ["a: 1\n", "a: 1\n", "n: {{.spectro.var.n}}\na: 1\n", "a: {{.spectro.var.x}}\n"],
      { text: "n: {{.spectro.var.n}}\na: {{.spectro.var.x}}\n", own: ["a"] },
    ],
    [
      "unquoted scalars compare as every reader takes them",
      ["a: 1.2\n", "a: 1.2\n", "a: 1.2\nb: 1\n", "a: 1.20\n"],
      { text: "a: 1.20\nb: 1\n", own: ["a"] },
    ],
    [
      "Windows lines stay",
      ["a: 1\n", "a: 1\n", "a: 1\r\nb: 1\r\n", "a: 2\n"],
      { text: "a: 2\r\nb: 1\r\n", own: ["a"] },
    ],
    [
      "nothing at all is a map without keys",
      ["", "a: 1\n", "b: 2\n", "a: 1\n"],
      { text: "b: 2\na: 1\n", base: "b: 2\n", own: ["a"], incoming: ["b"] },
    ],
    [
      "keys with dots have paths in brackets",
      ["a: 1\n", "a: 1\n", "a: 2\n", "a: 1\nm: {x.y/z: 1}\n"],
      { text: "a: 2\nm: { x.y/z: 1 }\n", own: ['m["x.y/z"]'] },
    ],
    [
      "a key is found however it is spelled",
      ["true: 1\n", "true: 1\n", "True: 1\nb: 3\n", "true: 2\n"],
      { text: "True: 2\nb: 3\n", own: ["true"] },
    ],
    [
      "a mark, blank lines in front and a missing line end do no harm",
      ["a: 1\n", "a: 1\n", "\uFEFF\n---\na: 1\nb: 1", "a: 2\n"],
      { text: "\uFEFF\n---\na: 2\nb: 1\n", own: ["a"] },
    ],
    [
      "comments below a delta in the text that is wanted are not taken along",
      ["a: 1\n# end\n# of it\n", "a: 1\n", "a: 2\n# end\n# of it\n", "a: 1\nb: [1]\n# end\n# of it\n"],
      { text: "a: 2\nb: [ 1 ]\n# end\n# of it\n" },
    ],
    [
      "aliases of the user are written out",
      ["a: 1\n", "a: 1\n", "a: 1\nc: 1\n", "a: 1\nx: &x {p: 1}\ny: *x\n"],
      { own: ["x.p", "y.p"], incoming: ["c"] },
    ],
  ])("%s", (_, [base, applied, live, wanted], expected) => {
    const result = merge(base, applied, live, wanted);
    expect(result).toMatchObject({ conflicts: [], ...expected });
  });

  test.each<[string, [string, string, string, string], ThreeWayMerge["conflicts"]]>([
    [
      "the parent of a delta that live has no longer",
      ["m: {a: 1}\n", "m: {a: 1, x: 2}\n", "k: 1\n", "m: {a: 1, x: 2}\n"],
      [{ path: "m.x", applied: 2, wanted: 2 }],
    ],
    [
      "the parent of a delta that live made a scalar",
      ["m: {a: 1}\n", "m: {a: 1}\n", "m: off\n", "m: {a: 2}\n"],
      [{ path: "m", base: { a: 1 }, applied: { a: 1 }, live: { yaml: "off" }, wanted: { a: 2 } }],
    ],
    [
      "a map that the user removes and Palette changes",
      ["m: {a: 1}\n", "m: {a: 1}\n", "m: {a: 2}\n", "{}\n"],
      [{ path: "m", base: { a: 1 }, applied: { a: 1 }, live: { a: 2 } }],
    ],
    [
      "an empty map that Palette has filled",
      ["a: 1\n", "a: 1\n", "a: 1\nm: {p: 1}\n", "a: 1\nm: {}\n"],
      [{ path: "m", live: { p: 1 }, wanted: {} }],
    ],
  ])("a conflict: %s", (_, [base, applied, live, wanted], conflicts) => {
    const result = merge(base, applied, live, wanted);
    expect(result).toMatchObject({ text: live, own: [], conflicts });
    const forced = merge(base, applied, live, wanted, ...conflicts.map(({ path }) => path));
    expect(forced.conflicts).toEqual([]);
    expect(forced.own).toHaveLength(1);
    const again = merge(forced.base, forced.text, forced.text, forced.text);
    expect(again).toMatchObject({ text: forced.text, conflicts: [], own: [] });
  });

  test("an outcome that would mean something else is a conflict of the whole text", () => {
    // Blank lines behind the last value mean nothing; with a key behind them they do.
    const live = "a: 1\nb: |+\n  x\n\n\n";
    expect(merge("a: 1\n", "a: 1\n", live, "a: 1\nz: 1\n")).toMatchObject({
      text: live,
      base: live,
      conflicts: [{ path: "", live, wanted: "a: 1\nz: 1\n" }],
      incoming: ["b"],
    });
  });

  describe("Palette's presets comment is one value", () => {
    const presets = (names: string) => `# spectrocloud.com/enabled-presets: ${names}\n`;
    const [one, two, three] = [presets("A:one"), presets("A:two"), presets("A:three")];

    test("it is set again where the upgrade put it back, and taken back", () => {
      const live = `${one}a: 2\n`;
      expect(merge(`${one}a: 1\n`, `${two}a: 1\n`, live, `${two}a: 1\n`)).toEqual({
        text: `${two}a: 2\n`,
        base: live,
        conflicts: [],
        own: ["presets"],
        incoming: ["a"],
      });
      expect(merge(`${one}a: 1\n`, `${two}a: 1\n`, `${two}a: 2\n`, `${one}a: 1\n`)).toMatchObject({
        text: live,
        base: live,
        own: ["presets"],
      });
      expect(merge("a: 1\n", `${two}a: 1\n`, `${two}a: 2\n`, "a: 1\n")).toMatchObject({
        text: "a: 2\n",
        base: "a: 2\n",
      });
    });

    test("another choice of Palette's is a conflict", () => {
      const [base, live, wanted] = [`${one}a: 1\n`, `${three}a: 1\n`, `${two}a: 1\n`];
      expect(merge(base, base, live, wanted)).toEqual({
        text: live,
        base: live,
        own: [],
        incoming: ["presets"],
        conflicts: [{ path: "presets", base: ["A:one"], applied: ["A:one"], live: ["A:three"], wanted: ["A:two"] }],
      });
      expect(merge(base, base, live, wanted, "presets")).toMatchObject({ text: wanted, conflicts: [] });
    });
  });

  describe("texts that are not one map are one value", () => {
    const DOCUMENTS = "kind: A\n---\nkind: B\n";
    test.each([
      ["several documents", DOCUMENTS],
      ["a list", "- a\n"],
      ["what does not parse", "a: [\n"],
      ["a map that takes in another", "x: &x {a: 1}\ny:\n  <<: *x\n"],
      ["a map with a tag", "m: !mine {a: 1}\n"],
    ])("%s", (_, text) => {
      const other = text.replace("a", "b").replace("kind: A", "kind: C");
      expect(merge(text, text, text, other)).toEqual({
        text: other,
        base: text,
        conflicts: [],
        own: [""],
        incoming: [],
      });
      expect(merge(text, other, text, other)).toMatchObject({ text: other, base: text, own: [""] });
      expect(merge(text, other, other, text)).toMatchObject({ text, base: text, own: [""] });
      expect(merge(text, text, other, text)).toEqual({
        text: other,
        base: other,
        conflicts: [],
        own: [],
        incoming: [""],
      });
      expect(merge(text, text, other, "z: 1\n")).toEqual({
        text: other,
        base: other,
        own: [],
        incoming: [""],
        conflicts: [{ path: "", base: text, applied: text, live: other, wanted: "z: 1\n" }],
      });
      expect(merge(text, text, other, "z: 1\n", "")).toMatchObject({ text: "z: 1\n", conflicts: [], own: [""] });
    });
  });
});
