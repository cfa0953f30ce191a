# The newest version of each add-on profile of a team, by name.
data "palette_cluster_profiles" "platform" {
  type   = "add-on"
  tag    = "team:platform"
  latest = true
}

output "platform_profiles" {
  value = data.palette_cluster_profiles.platform.ids_by_name
}
