# The newest version of a train, with the pack's default values.
data "palette_pack" "argo_cd" {
  name    = "argo-cd"
  version = "7.8.x"
}

output "argo_cd_newest" {
  value = data.palette_pack.argo_cd.resolved_version
}
