# terraform query -generate-config-out=profiles.tf
list "palette_cluster_profile" "platform" {
  provider = palette

  config {
    context       = "project"
    name_contains = "platform"
  }
}
