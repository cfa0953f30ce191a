const { readFileSync } = require("node:fs");
const palette = require("@palette-profiles/pulumi");

const kinds = { cluster: palette.ClusterProfile, app: palette.AppProfile, system: palette.SystemProfile };
const Profile = kinds[process.env.PROFILE_KIND ?? "cluster"];

// A file, since real values are larger than an environment may be.
const profile = new Profile("it", JSON.parse(readFileSync(process.env.PROFILE_FILE, "utf8")));

exports.uid = profile.uid;
exports.versions = profile.versions;
exports.packs = profile.packs;
exports.variables = profile.profileVariables;
exports.tiers = profile.tiers;
exports.layers = profile.previousLayers;
