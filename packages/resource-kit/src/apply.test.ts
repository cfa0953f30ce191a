import { reconcile } from "./apply";
import { s } from "./schema";

const attributes = {
  hidden: s.bool({ description: "Hidden.", optional: true, default: false }),
  kept: s.bool({ description: "Known to us alone.", optional: true, default: true, local: true }),
  note: s.string({ description: "A note.", optional: true }),
  cloud: s.string({ description: "A cloud.", optional: true, default: "all" }),
};

describe("what is read into a state that says little, as after an import", () => {
  it("has the defaults that the backend does not tell from nothing, so that no plan adds them", () => {
    expect(reconcile(attributes, {}, { note: "" })).toEqual({ hidden: false, kept: true });
  });

  it("has what the backend tells, also where that is not the default", () => {
    expect(reconcile(attributes, {}, { hidden: true, note: "n", cloud: "aws" })).toEqual({
      hidden: true,
      kept: true,
      note: "n",
      cloud: "aws",
    });
  });

  it("keeps what the state says", () => {
    expect(reconcile(attributes, { kept: false, note: "" }, { hidden: false })).toEqual({
      hidden: false,
      kept: false,
      note: "",
    });
  });
});
