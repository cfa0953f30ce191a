// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { minio, mongodb, mysql, postgres, redis, type TierModel, vault } from "@palette-profiles/profiles";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AppProfile, OperatorService, PaletteProvider } from "../index";

function tiersOf(fill: (profile: AppProfile, stack: TerraformStack) => void): Record<string, unknown>[] {
  const stack = new TerraformStack(Testing.app(), "apps");
  new PaletteProvider(stack, "palette");
  const profile = new AppProfile(stack, "shop", { name: "shop" });
  fill(profile, stack);
  return JSON.parse(Testing.synth(stack, true)).resource.palette_app_profile.shop.pack;
}

const tierOf = (service: OperatorService) => tiersOf((shop) => shop.addService(service))[0];

const secret = "c2VjcmV0";
const user = { userName: "shop", volumeSize: 8 };
const SAME: [string, OperatorService, TierModel][] = [
  [
    "postgres",
    OperatorService.postgres({ ...user, name: "it", databaseName: "shop", version: "14" }),
    postgres({ ...user, name: "it", databaseName: "shop", version: "14" }),
  ],
  [
    "mysql",
    OperatorService.mysql({ name: "it", rootPassword: secret, volumeSize: 8, version: "5.7" }),
    mysql({ name: "it", rootPassword: secret, volumeSize: 8, version: "5.7" }),
  ],
  [
    "mongodb",
    OperatorService.mongodb({ ...user, name: "it", password: secret }),
    mongodb({ ...user, name: "it", password: secret }),
  ],
  [
    "redis",
    OperatorService.redis({ name: "it", password: secret, volumeSize: 8 }),
    redis({ name: "it", password: secret, volumeSize: 8 }),
  ],
  [
    "vault",
    OperatorService.vault({ name: "it", volumeSize: 8, tag: "1.19.0" }),
    vault({ name: "it", volumeSize: 8, tag: "1.19.0" }),
  ],
  [
    "minio",
    OperatorService.minio({ ...user, name: "it", password: secret }),
    minio({ ...user, name: "it", password: secret }),
  ],
];

test.each(SAME)("A %s is told what every front door tells it", (_, service, model) => {
  const { packName, sensitiveProperties, manifests, ...rest } = model;
  const secrets = sensitiveProperties && { sensitive_properties: sensitiveProperties };
  expect(manifests).toEqual([]);
  expect(tierOf(service)).toEqual({ ...rest, pack_name: packName, ...secrets });
});

test("Secrets stand among the sensitive properties alone", () => {
  const service = OperatorService.mysql({ name: "it", rootPassword: secret, volumeSize: 8 });
  expect(tierOf(service)).toMatchObject({
    properties: { dbVolumeSize: "8" },
    sensitive_properties: { dbRootPassword: secret },
  });
});

test("A service's pack may be another version, of another name, in another registry", () => {
  const pack = { tag: "2.0.0", packName: "our-postgres", registryName: "mirror", registryUid: "uid", installOrder: 1 };
  const service = OperatorService.postgres({ ...user, name: "it", databaseName: "shop", ...pack });
  const [tier] = tiersOf((shop) => {
    // What it runs is the same, and so are its outputs.
    expect(shop.addService(service).service).toContain(".it.POSTGRESMSTR_SVC}}");
  });
  expect(tier).toMatchObject({
    tag: "2.0.0",
    pack_name: "our-postgres",
    registry_name: "mirror",
    registry_uid: "uid",
    install_order: 1,
  });
});

test("Any other service goes by its pack's name, and by Palette's names of its properties", () => {
  const service = OperatorService.of({
    name: "it",
    packName: "nats-operator",
    tag: "1.0.0",
    properties: { size: "3" },
    sensitiveProperties: { token: secret },
    registryUid: "uid",
  });
  expect(tierOf(service)).toEqual({
    name: "it",
    type: "operator-instance",
    pack_name: "nats-operator",
    tag: "1.0.0",
    registry_uid: "uid",
    properties: { size: "3" },
    sensitive_properties: { token: secret },
  });
});

test("Tokens, numbers too, are texts when Terraform knows them", () => {
  const [tier] = tiersOf((shop, stack) => {
    const volumeSize = new TerraformVariable(stack, "size", { type: "number" }).numberValue;
    const rootPassword = new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue;
    shop.addService(OperatorService.mysql({ name: "db", rootPassword, volumeSize }));
  });
  expect(tier).toMatchObject({
    properties: { dbVolumeSize: "${var.size}" },
    sensitive_properties: { dbRootPassword: "${var.password}" },
  });
});
