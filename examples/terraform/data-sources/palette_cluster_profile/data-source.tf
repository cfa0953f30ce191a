data "palette_cluster_profile" "add_ons" {
  name = "platform-add-ons"
}

output "argo_cd_version" {
  value = data.palette_cluster_profile.add_ons.layer_tags["argo-cd"]
}
