#!/usr/bin/env node
// Writes schema.json and src/**/*.generated.ts from the resources' schemas. Needs a build: npx tsc -b packages/pulumi
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { generatedFiles } = require("../dist/codegen/generated-files");

for (const { file, text } of generatedFiles()) writeFileSync(join(__dirname, "../src", file), text);
