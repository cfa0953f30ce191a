import { buildReview } from "../build";
import type { AnyProfile } from "../model";
import type { Masking } from "./masking";

const profile = (values: string, more: object = {}) =>
  ({ name: "p", packs: [{ name: "argo-cd", values, manifests: [] }], variables: [], ...more }) as unknown as AnyProfile;

function shown(before: AnyProfile, after: AnyProfile, masking?: Masking, kind: "cluster" | "app" = "cluster") {
  const resource = { address: "a", type: "t", kind, impact: "update", before, after } as const;
  return buildReview({ resources: [resource] }, masking === undefined ? {} : { masking }).resources[0]!.changes.map(
    ({ path, after: value }) => `${path}: ${JSON.stringify(value)}`,
  );
}
const MASKED = '{"masked":true}';

describe("what a configuration masks", () => {
  const [before, after] = [
    profile("a: {number: 1, license: {x: one}}\n"),
    profile("a: {number: 2, license: {x: two}}\n"),
  ];

  test.each([
    [["number"], [`a.number: ${MASKED}`, 'a.license.x: "two"']],
    [
      ["NUMBER", "license"],
      [`a.number: ${MASKED}`, `a.license.x: ${MASKED}`],
    ],
    [["a.license"], ["a.number: 2", `a.license.x: ${MASKED}`]],
    [["*.x"], ["a.number: 2", `a.license.x: ${MASKED}`]],
    [["argo-cd > a.*"], [`a.number: ${MASKED}`, `a.license.x: ${MASKED}`]],
    [
      ["other > a.*", "license.x", "numb", "a.n"],
      ["a.number: 2", 'a.license.x: "two"'],
    ],
  ])("is told by names of keys and by paths: %j", (mask, changes) => {
    expect(shown(before, after, { mask })).toEqual(changes);
  });

  test("is masked in a map that is new, and wherever it turns up", () => {
    const grown = profile("a: {number: Zq17-551x, z: 1}\nb: no Zq17-551x here\n");
    expect(shown(profile("c: 1\n"), grown, { mask: ["a.number"] })).toEqual([
      "c: undefined",
      `a: {"number":${MASKED},"z":1}`,
      `b: ${MASKED}`,
    ]);
  });
});

describe("what a configuration shows", () => {
  const changes = (mask: Masking) =>
    shown(
      profile("auth: {token: a, key: {secret: a}}\n"),
      profile("auth: {token: public-8f1, key: {secret: b}}\n"),
      mask,
    );

  test("is shown though its name or its form is that of a secret", () => {
    expect(changes({})).toEqual([`auth.token: ${MASKED}`, `auth.key.secret: ${MASKED}`]);
    expect(changes({ show: ["auth.token"] })).toEqual(['auth.token: "public-8f1"', `auth.key.secret: ${MASKED}`]);
    expect(changes({ show: ["secret"] })).toEqual([`auth.token: ${MASKED}`, 'auth.key.secret: "b"']);
    expect(changes({ show: ["auth"], mask: ["token"] })).toEqual([`auth.token: ${MASKED}`, 'auth.key.secret: "b"']);
    const jwt = profile("x: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk\n");
    expect(shown(profile("x: 1\n"), jwt, { show: ["x"] })[0]).toContain("eyJhbGci");
    expect(shown(profile("y: 1\n"), jwt, { show: ["argo-cd > x"] })[1]).toContain("eyJhbGci");
  });

  test("is never what is declared as a secret", () => {
    const show = ["*"];
    const secret = (value: string) => profile(`kind: Secret\nstringData: {x: ${value}}\n`);
    expect(shown(secret("first"), secret("second"), { show })).toEqual([`stringData.x: ${MASKED}`]);
    const variable = (value: string) =>
      profile("", { variables: [{ name: "v", defaultValue: value, isSensitive: true }] });
    expect(shown(variable("first"), variable("second"), { show })).toEqual([`defaultValue: ${MASKED}`]);
    const marked = (value: string) => profile("", { description: value, sensitive: ["description"] });
    expect(shown(marked("first"), marked("second"), { show })).toEqual([`description: ${MASKED}`]);
    const tier = (value: string) => ({
      name: "p",
      tiers: [{ name: "t", manifests: [], sensitiveProperties: { x: value } }],
    });
    expect(shown(tier("first") as never, tier("second") as never, { show }, "app")).toEqual([
      `properties.x: ${MASKED}`,
    ]);
    const [before, after] = [variable("Zq17-551x"), profile("token: Zq17-551x\n", { variables: [] })];
    expect(shown(before, after, { show }).join()).not.toContain("Zq17");
  });
});

test("A reference to a variable or a macro is no secret", () => {
  const changes = shown(profile("password: '{{.spectro.var.a}}'\n"), profile("password: '{{.spectro.var.b}}'\n"));
  expect(changes).toEqual(['password: "{{.spectro.var.b}}"']);
  const filled = shown(profile("password: '{{.spectro.var.a}}'\n"), profile("password: '{{ \"welcome1\" }}'\n"));
  expect(filled).toEqual([`password: ${MASKED}`]);
});
