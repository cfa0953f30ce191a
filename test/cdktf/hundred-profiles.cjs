// A program of a hundred profiles of eight layers, whose values are objects of about 5 KB of YAML each. Prints the CPU time that it takes to
// make and synthesise them, in milliseconds.
const [library, outdir] = process.argv.slice(2);
const { App, TerraformStack } = require(library);
const { ClusterProfile, Pack, PaletteProvider } = require(`@palette-profiles/${library}`);

function values(profile, layer) {
  const settings = Array.from({ length: 120 }, (_, at) => [`setting-${at}`, { value: profile * layer + at, on: true }]);
  return { charts: { web: Object.fromEntries(settings) } };
}

const before = process.cpuUsage();
const app = new App({ outdir });
const stack = new TerraformStack(app, "platform");
new PaletteProvider(stack, "palette");
for (let profile = 0; profile < 100; profile++) {
  const layers = Array.from(
    { length: 8 },
    (_, layer) => new Pack({ name: `pack-${layer}`, tag: "1.0.0", values: values(profile, layer) }),
  );
  new ClusterProfile(stack, `profile-${profile}`, { name: `profile-${profile}`, layers });
}
app.synth();
const { user, system } = process.cpuUsage(before);
console.log(Math.round((user + system) / 1000));
