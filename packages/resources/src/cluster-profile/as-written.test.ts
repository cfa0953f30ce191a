import { asWritten } from "./as-written";

const token = { name: "token", displayName: "Token", isSensitive: true };
const state = (defaultValueWoVersion?: number) => ({
  name: "p",
  profileVariables: { variables: [{ ...token, defaultValueWoVersion }] },
});

test("a version that was raised is taken for what it was", () => {
  expect(asWritten(state(3), state(2))).toEqual(state(2));
});

test("nothing is taken for raised where versions never change", () => {
  const wanted = { ...state(3), immutableVersions: true };
  expect(asWritten(wanted, state(2))).toEqual(wanted);
});

test("a version that is the same, lower, new or gone is left as it is", () => {
  for (const [wanted, prior] of [
    [state(2), state(2)],
    [state(1), state(2)],
    [state(1), state()],
    [state(), state(2)],
    [{ name: "p" }, state(2)],
  ] as const) {
    expect(asWritten(wanted, prior)).toEqual(wanted);
  }
});
