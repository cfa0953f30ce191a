const { readFileSync } = require("node:fs");
const { ClusterProfile } = require("@palette-profiles/pulumi");

// A file, since real values are larger than an environment may be.
const profile = new ClusterProfile("it", JSON.parse(readFileSync(process.env.PROFILE_FILE, "utf8")));

exports.uid = profile.uid;
exports.versions = profile.versions;
exports.packs = profile.packs;
exports.variables = profile.profileVariables;
