/** Runs a module of CommonJS here, with the tests' own modules. */
export function exportsOf(code: string): unknown {
  const module = { exports: {} };
  new Function("require", "module", "exports", code)(require, module, module.exports);
  return typeof module.exports === "function" ? module.exports() : module.exports;
}
