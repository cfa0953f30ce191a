import fc from "fast-check";
import { buildReview } from "../build";
import type { AnyProfile, ResourceInput, ReviewInput } from "../model";
import type { RiskRule } from "../risks/risk-rule";
import { RISK_RULES } from "../risks/rules";
import { everything, leakOf } from "./leaks.test-support";
import { isPlain } from "./plain-words";

const layer = (name: string, values: string, more: object = {}) => ({
  name,
  tag: "1.0.0",
  values,
  manifests: [],
  ...more,
});
const profile = (name: string, packs: object[], more: object = {}) =>
  ({ name, version: "1.0.0", packs, variables: [], ...more }) as unknown as AnyProfile;
const quoted = (text: string) => JSON.stringify(text);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const secretObject = (data: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  x: ${quoted(data)}\n`;

/** Where a secret is known to be one; nothing of it changes. */
const SOURCES: Record<string, (secret: string) => AnyProfile> = {
  "a sensitive variable": (secret) =>
    profile("source", [], { variables: [{ name: "x", defaultValue: secret, isSensitive: true }] }),
  "an attribute that an engine marks": (secret) =>
    profile("source", [], { description: secret, sensitive: ["description"] }),
  "a Kubernetes Secret": (secret) =>
    profile("source", [layer("a", "", { manifests: [{ name: "m", content: secretObject(secret) }] })]),
  "a Secret's data in base 64": (secret) =>
    profile("source", [layer("a", `kind: Secret\ndata: {x: ${base64(secret)}}\n`)]),
  "a key named like a password": (secret) =>
    profile("source", [layer("a", `b:\n  adminPassword: ${quoted(secret)}\n`)]),
  "a tier's sensitive property": (secret) =>
    ({
      name: "source",
      tiers: [{ name: "t", manifests: [], sensitiveProperties: { x: secret } }],
    }) as unknown as AnyProfile,
};

/** Where it turns up once more. */
const PLACES: Record<string, (secret: string) => Partial<ResourceInput> & { notes?: string[] }> = {
  "a value": (secret) => ({ after: profile("p", [layer("a", `note: ${quoted(`see ${secret} here`)}\n`)]) }),
  "an added map": (secret) => ({ after: profile("p", [layer("a", `x: {y: 1, z: [${quoted(secret)}]}\n`)]) }),
  "a key": (secret) => ({ after: profile("p", [layer("a", `map: {${quoted(`k-${secret}`)}: 1}\n`)]) }),
  "the keys of an added map": (secret) => ({
    after: profile("p", [layer("a", `map: {${quoted(secret)}: 1, ${quoted(`k-${secret}`)}: {x: 1}}\n`)]),
  }),
  "the mark of an entry": (secret) => ({
    before: profile("p", [layer("a", `env: [{name: ${quoted(secret)}, value: a}]\n`)]),
    after: profile("p", [layer("a", `env: [{name: ${quoted(secret)}, value: b}]\n`)]),
  }),
  "a manifest": (secret) => ({
    after: profile("p", [layer("a", "", { manifests: [{ name: secret, content: `a: ${quoted(secret)}\n` }] })]),
  }),
  "names, tags and registries": (secret) => ({
    after: profile(`p-${secret}`, [layer(`l-${secret}`, "a: 2\n", { tag: secret, registryName: secret })], {
      description: secret,
      tags: [secret],
    }),
  }),
  "a layer that is renamed": (secret) => ({ after: profile("p", [layer(secret, "a: 1\n")]) }),
  "addresses, stacks and whom it reaches": (secret) => ({
    stack: secret,
    address: `p[${quoted(secret)}]`,
    previousAddress: `q[${quoted(secret)}]`,
    reach: { clusters: [secret], templates: [`t-${secret}`] },
    impact: "replace",
    replacedBecause: [secret],
  }),
  drift: (secret) => ({ base: profile("p", [layer("a", `a: ${quoted(secret)}\n`)]) }),
  "base 64": (secret) => ({
    after: profile("p", [
      layer("a", ["", "a", "ab"].map((lead, at) => `x${at}: ${base64(`${lead}${secret} and more`)}\n`).join("")),
    ]),
  }),
  "base 64 in short lines": (secret) => ({
    after: profile("p", [layer("a", `x: |\n${base64(`some ${secret} and more`).replace(/.{1,16}/g, "  $&\n")}`)]),
  }),
  "base 64 for URLs": (secret) => ({
    after: profile("p", [layer("a", `x: ${Buffer.from(`>>${secret}?`).toString("base64url")}\n`)]),
  }),
  "a URL": (secret) => ({ after: profile("p", [layer("a", `x: http://h/?q=${encodeURIComponent(secret)}\n`)]) }),
  "JSON in a text": (secret) => ({ after: profile("p", [layer("a", `x: ${quoted(quoted(secret))}\n`)]) }),
  "JSON in JSON": (secret) => ({
    after: profile("p", [layer("a", `x: ${quoted(quoted(quoted(`a ${secret} b`)))}\n`)]),
  }),
  "several lines": (secret) => ({
    after: profile("p", [layer("a", `x: ${quoted(`first\n${secret}\nlast`)}\n`)]),
  }),
  "a note": (secret) => ({ notes: [`could not read ${secret}.yaml`] }),
  "a risk": (secret) => ({
    kind: "system",
    after: profile("p", [layer("kubernetes", "a: 1\n", { tag: "1.31.1" })]),
    before: profile(secret, [layer("kubernetes", "a: 1\n", { tag: "1.30.1" })]),
    address: secret,
  }),
};

const input = (source: AnyProfile, place: Partial<ResourceInput> & { notes?: string[] }): ReviewInput => {
  const { notes, ...resource } = place;
  const kind = "tiers" in (source as object) ? "app" : "cluster";
  return {
    resources: [
      { address: "source", type: "t", kind, impact: "no-op", before: source, after: source },
      {
        address: "p",
        type: "t",
        kind: "cluster",
        impact: "update",
        before: profile("p", [layer("a", "a: 1\n")]),
        after: profile("p", [layer("a", "a: 2\n")]),
        ...resource,
      },
    ],
    ...(notes === undefined ? {} : { notes }),
  };
};

/** Passwords as people and machines make them; plain words are told apart by another test. */
const secret = fc
  .oneof(
    fc.stringMatching(/^[a-z0-9]{12}$/).map((text) => `Zq${text}7`),
    fc.stringMatching(/^[A-Za-z0-9]{8}[!$&+/=?@#%^*"'\\ ][A-Za-z0-9]{4,20}$/),
    fc.stringMatching(/^[A-Za-z0-9+/]{30,90}$/),
    fc.stringMatching(/^[a-z]{4}[?>~¿ÿ]{3}[A-Z0-9]{6}["\\]$/),
  )
  .filter((text) => !isPlain(text) && new Set(text).size >= 8 && !/[a-z]{8}/i.test(text));

describe("a secret that turns up elsewhere", () => {
  test.each(Object.keys(PLACES))("is masked in %s, in whatever form and wherever it comes from", (place) => {
    fc.assert(
      fc.property(secret, fc.constantFrom(...Object.keys(SOURCES)), fc.boolean(), (text, source, salted) => {
        const given = input(SOURCES[source]!(text), PLACES[place]!(text));
        expect(leakOf(everything(given, salted ? { salt: "0123456789abcdef" } : {}), text)).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });

  test("leaves everything else as it is", () => {
    const given = (text: string) => input(SOURCES["a sensitive variable"]!("Zq81hsk2ldw9"), PLACES["a value"]!(text));
    expect(buildReview(given("nothing")).resources[0]!.changes).toMatchObject([
      { path: "a" },
      { after: "see nothing here" },
    ]);
  });

  test("is masked as a value, but not as a word of others, where it is a word itself", () => {
    const source = SOURCES["a sensitive variable"]!("default");
    const [, after] = [source, profile("default-profile", [layer("a", "namespace: default\nx: the default\n")])];
    const { resources } = buildReview(input(source, { after }));
    expect(resources[0]).toMatchObject({ name: "default-profile" });
    expect(resources[0]!.changes).toMatchObject([
      { path: "name" },
      { path: "a" },
      { path: "namespace", after: { masked: true }, sensitive: true },
      { path: "x", after: "the default" },
    ]);
  });

  test("is no word of a text that is marked as a whole, where it reads like a name, a version or a digest", () => {
    const values = (text: string) => `image: ${text}\nx: Zq81hsk2ldw9\n`;
    const open = [
      "docker.io/bitnami/nginx:1.25.3-debian-12-r4",
      "networking.k8s.io/v1beta1",
      "10.100.0.0/16",
      "my-release-postgresql.default.svc:5432",
      "nginx@sha256:9b1f0c3bd2f4a8a2b1a7e5d6c4f3029187e6d5c4b3a2918f7e6d5c4b3a291807",
    ];
    for (const text of open) {
      const source = profile("source", [layer("a", values(text), { sensitive: ["values"] })]);
      const after = profile("p", [layer("b", `image: ${text}\ny: see Zq81hsk2ldw9\n`), layer("a", "a: 1\n")]);
      const before = profile("p", [layer("b", "image: x\n"), layer("a", "a: 1\n")]);
      expect(buildReview(input(source, { before, after })).resources[0]!.changes).toMatchObject([
        { path: "image", after: text },
        { path: "y", after: { masked: true } },
      ]);
    }
  });

  test("is not told by a risk either, where it names an entry of a text that is marked as a whole", () => {
    const values = (role: string) => `users: [{name: alice-secret, password: abc, role: ${role}}]\n`;
    const resource = (role: string) => profile("p", [layer("a", values(role), { sensitive: ["values"] })]);
    const found: RiskRule = {
      ...RISK_RULES[0]!,
      find: () =>
        ["a", "b"].map((name) => ({
          layer: name,
          path: "users[name=alice-secret]",
          message: "users[name=alice-secret]",
        })),
    };
    const given = { address: "p", type: "t", kind: "cluster", impact: "update" } as const;
    const review = buildReview(
      { resources: [{ ...given, before: resource("x"), after: resource("y") }] },
      { rules: [found] },
    );
    const [masked, open] = ["users[name=(masked)]", "users[name=alice-secret]"];
    expect(review.risks).toMatchObject([
      { layer: "a", path: masked, message: masked },
      { layer: "b", path: open, message: open },
    ]);
  });

  test("is replaced in texts by a mark with its hash, the same in each of its forms", () => {
    const text = "Zq81hsk2ldw9";
    const given = input(SOURCES["a sensitive variable"]!(text), { notes: [`a ${text} b`, `c ${base64(text)} d`] });
    const [first, second] = buildReview(given, { salt: "one" }).notes;
    expect(first).toMatch(/^a \(masked [0-9a-f]{6}\) b$/);
    expect(second).toBe(first!.replace("a ", "c ").replace(" b", " d"));
    expect(buildReview(given, { salt: "two" }).notes[0]).not.toBe(first);
    expect(buildReview(given).notes).toEqual(["a (masked) b", "c (masked) d"]);
  });
});
