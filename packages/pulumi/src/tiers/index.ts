export { type ContainerTierArgs, container } from "./container";
export type { Given, Tier, TierInput } from "./given";
export { type HelmTierArgs, helmTier } from "./helm-tier";
export { type ManifestTierArgs, manifestTier } from "./manifest-tier";
export { output } from "./output";
export {
  type MinioTierArgs,
  type MongodbTierArgs,
  type MysqlTierArgs,
  minio,
  mongodb,
  mysql,
  type PostgresTierArgs,
  postgres,
  type RedisTierArgs,
  redis,
  type ServiceTierArgs,
  service,
  type VaultTierArgs,
  vault,
} from "./services";
