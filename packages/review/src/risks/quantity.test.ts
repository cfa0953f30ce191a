import { quantityOf } from "./quantity";

test.each([
  ["500m", 0.5],
  ["1", 1],
  [2, 2],
  ["1.5", 1.5],
  ["128Mi", 134217728],
  ["1Gi", 1073741824],
  ["1G", 1e9],
  ["1e3", 1000],
  ["2k", 2000],
  [".5", 0.5],
])("%p stands for %p", (quantity, number) => {
  expect(quantityOf(quantity)).toBeCloseTo(number);
});

test.each([["one"], [""], ["1Xi"], ["1 Gi"], ["{{.spectro.var.memory}}"], [null], [Number.NaN], ["constructor"]])(
  "%p is none",
  (text) => {
    expect(quantityOf(text)).toBeUndefined();
  },
);
