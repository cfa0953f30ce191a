export * from "./palette-types.generated";
