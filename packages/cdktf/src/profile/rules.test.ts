import {
  type Problem,
  type ProblemCode,
  validateAppProfile,
  validateAppProfileConfig,
  validateLayers,
  validateLayersConfig,
  validateProfile,
  validateProfileConfig,
} from "@palette-profiles/profiles";
import type { TerraformStack } from "cdktf";
import {
  AppProfile,
  type AppProfileProps,
  type AppTier,
  ClusterProfile,
  type ClusterProfileProps,
  Container,
  type ContainerProps,
  type ILayer,
  type LayerChangeProps,
  Manifest,
  OperatorService,
  type OperatorServiceProps,
  Pack,
  SystemProfile,
  Variable,
  type VariableProps,
} from "../index";
import { problemsOf, stackWith } from "../providers/stacks.test-support";

type Profile = ClusterProfile | AppProfile | SystemProfile;
type Program = (stack: TerraformStack) => Profile;

/** A rule that a plan only warns of. */
interface Warned {
  warned: Program;
}

/** For each rule a program that breaks it, or why none can. */
const RULES: Record<ProblemCode, Program | Warned | string> = {
  EmptyName: cluster({ name: " " }),
  InvalidVersion: cluster({ version: "v1.2" }),
  UnknownType: cluster({ type: "addon" }),
  UnknownContext: cluster({ context: "projct" }),
  InvalidYaml: layers(pack({ values: "a: [" })),
  DuplicateLayer: layers(pack(), pack()),
  DuplicateManifest: layers(new Manifest({ name: "m", content: "a: 1", manifests: [{ name: "m", content: "b: 1" }] })),
  DuplicateVariable: variables({ name: "a", displayName: "A" }, { name: "a", displayName: "B" }),
  DuplicateDisplayName: variables({ name: "a" }, { name: "b", displayName: "a" }),
  InvalidInstallPriority: layers(pack({ values: { pack: { "spectrocloud.com/install-priority": "first" } } })),
  InvalidNamespace: layers(pack({ values: { pack: { namespace: "Web!" } } })),
  UnknownFormat: variables({ name: "a", format: "int" }),
  UnknownInputType: variables({ name: "a", inputType: "list" }),
  InvalidDefault: variables({ name: "a", format: "number", defaultValue: "many" }),
  InvalidRegex: variables({ name: "a", regex: "(?=a)" }),
  NoDefault: variables({ name: "a", hidden: true, required: true }),
  NoOptions: variables({ name: "a", inputType: "dropdown" }),
  OptionsWithoutDropdown: { warned: variables({ name: "a", options: [{ value: "x" }] }) },
  DuplicateOption: variables({ name: "a", inputType: "dropdown", options: [{ value: "x" }, { value: "x" }] }),
  UndeclaredVariable: layers(pack({ values: { a: "{{.spectro.var.team}}" } })),
  UnusedVariable: { warned: cluster({ variables: [new Variable({ name: "a" })] }) },
  UnquotedReference: {
    warned: cluster({ layers: [pack({ values: "a: {{.spectro.var.x}}" })], variables: [new Variable({ name: "x" })] }),
  },
  NestedReference: layers(pack({ values: 'a: "{{.spectro.system.cluster.{{.spectro.macro.name}}}}"\n' })),
  ReferenceInContent: layers(pack({ values: { pack: { content: { images: ["{{.spectro.var.image}}"] } } } })),
  UnknownSystemReference: layers(pack({ values: { a: "{{.spectro.system.clustr.name}}" } })),
  UnknownPackReference: { warned: layers(pack({ values: { a: "{{.spectro.pack.argo-dc.values.x}}" } })) },
  ProjectInTenant: cluster({ context: "tenant", project: "Default" }),
  SystemContext: app({ context: "system" }),
  DuplicateTag: app({ tags: ["env:dev", "env:prod"] }),
  NoTag: layers(pack({ tag: undefined })),
  WriteOnlyDefaultShown: variables({ name: "a", defaultValueWo: "x" }),
  TwoDefaults: variables({ name: "a", isSensitive: true, defaultValue: "x", defaultValueWo: "y" }),
  VersionOfNoDefault: variables({ name: "a", isSensitive: true, defaultValueWoVersion: 1 }),
  OverridesOfManifest: "a Manifest takes no overrides, and a Pack is of no type manifest",
  ValuesAndOverrides: change({ values: { a: 1 }, overrides: { b: 1 } }),
  OverridesNoMap: change({ overrides: "[a]" }),
  UnknownVersionPolicy: cluster({ versionPolicy: "inplace" }),
  InvalidRetention: app({ retainVersions: 0 }),
  ImmutableInPlace: cluster({ versionPolicy: "in_place", immutableVersions: true }),
  InvalidDuration: cluster({ timeouts: { create: "20" } }),
  NoTiers: (stack) => new AppProfile(stack, "profile", { name: "shop" }),
  DuplicateTier: tiers(container(), container()),
  InvalidTierName: tiers(container({ name: "the api" })),
  UnknownTierType: "each class of a tier has its type",
  UnexpectedManifests: "an OperatorService takes no manifests",
  UnexpectedProperties: "only an OperatorService takes properties",
  NoManifest: layers(new Manifest({ name: "m" })),
  NoNamespace: { warned: tiers(new Manifest({ name: "m", content: "kind: ConfigMap\nmetadata: {name: c}\n" })) },
  RepeatedProperty: tiers(service({ properties: { token: "a" }, sensitiveProperties: { token: "a" } })),
  UnknownProperty: { warned: tiers(service({ packName: "redis-operator", properties: { size: "1" } })) },
  ReadableSecret: { warned: tiers(service({ packName: "redis-operator", properties: { databasePassword: "x" } })) },
  InvalidVolumeSize: tiers(OperatorService.vault({ name: "vault", tag: "1.0.0", volumeSize: 0 })),
  InvalidInstallOrder: tiers(container({ installOrder: -1 })),
  InstallOrderContradiction: tiers(
    container({ installOrder: 2 }),
    container({ name: "ui", env: { API: container().service } }),
  ),
  NoContainer: tiers(container({ image: undefined, values: { pack: {} } })),
  NoImage: tiers(container({ image: undefined, values: { containerService: { access: "private" } } })),
  InvalidReplicas: tiers(container({ replicas: 11 })),
  InvalidPort: tiers(container({ ports: [70_000] })),
  DuplicatePort: tiers(container({ ports: [80, 80] })),
  UnknownAccess: tiers(container({ access: "open" })),
  InvalidEnvironment: tiers(container({ env: { "": "x" } })),
  InvalidVolume: tiers(container({ volumes: [{ name: "data", size: 1, mountPath: "data" }] })),
  InvalidTierReference: tiers(container({ env: { A: "{{.spectro.app.$appDeploymentName.db}}" } })),
  UnknownTier: tiers(container({ env: { A: new Container({ name: "gone", image: "a:1" }).service } })),
  LaterTier: tiers(container({ env: { A: container({ name: "ui" }).service } }), container({ name: "ui" })),
  UnknownOutput: tiers(container(), container({ name: "ui", env: { A: container().output("CONTAINER_SVCS") } })),
};

function cluster(props: Partial<ClusterProfileProps>): Program {
  return (stack) => new ClusterProfile(stack, "profile", { name: "platform", ...props });
}

function layers(...given: ILayer[]): Program {
  return cluster({ layers: given });
}

function pack(props: object = {}): Pack {
  return new Pack({ name: "argo-cd", tag: "7.8.2", ...props });
}

function variables(...given: VariableProps[]): Program {
  const used = pack({ values: { used: given.map(({ name }) => `{{.spectro.var.${name}}}`) } });
  return cluster({ layers: [used], variables: given.map((props) => new Variable(props)) });
}

function change(props: LayerChangeProps): Program {
  return (stack) => SystemProfile.adopt(stack, "profile", { name: "enterprise", changes: { kubernetes: props } });
}

function app(props: Partial<AppProfileProps>): Program {
  return (stack) => new AppProfile(stack, "profile", { name: "shop", tiers: [container()], ...props });
}

function tiers(...given: AppTier[]): Program {
  return app({ tiers: given });
}

function container(props: Partial<ContainerProps> = {}): Container {
  return new Container({ name: "api", image: "api:1", ...props });
}

function service(props: Partial<OperatorServiceProps>): OperatorService {
  return OperatorService.of({ name: "nats", packName: "nats-operator", tag: "1.0.0", ...props });
}

/** What a plan tells of the profile by itself. */
function planned(profile: Profile): Problem[] {
  if (profile instanceof ClusterProfile) {
    return [...validateProfile(profile._model()), ...validateProfileConfig(profile._model())];
  }
  if (profile instanceof AppProfile) {
    return [...validateAppProfile(profile._model()), ...validateAppProfileConfig(profile._model())];
  }
  return [...validateLayers(profile._model()), ...validateLayersConfig(profile._model())];
}

const REACHED = Object.entries(RULES).filter((rule): rule is [ProblemCode, Program] => typeof rule[1] === "function");

test.each(REACHED)("%s is told at synth, in the words of a plan", (code, program) => {
  const stack = stackWith();
  const told = planned(program(stack)).filter((problem) => problem.code === code && problem.severity === "error");
  expect(told).not.toEqual([]);
  expect(problemsOf(stack)).toEqual(expect.arrayContaining(told.map(({ message }) => message)));
});

const WARNED = Object.entries(RULES).flatMap(([code, rule]): [ProblemCode, Program][] =>
  typeof rule === "object" ? [[code as ProblemCode, rule.warned]] : [],
);

test.each(WARNED)("%s is left to the plan, which only warns of it", (code, program) => {
  const stack = stackWith();
  expect(planned(program(stack))).toContainEqual(expect.objectContaining({ code, severity: "warning" }));
  expect(problemsOf(stack)).toEqual([]);
});
