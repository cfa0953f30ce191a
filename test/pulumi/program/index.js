const { ClusterProfile } = require("@palette-profiles/pulumi");

const profile = new ClusterProfile("it", JSON.parse(process.env.PROFILE));

exports.uid = profile.uid;
exports.versions = profile.versions;
exports.packs = profile.packs;
exports.variables = profile.profileVariables;
