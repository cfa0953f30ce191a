# The only system profile that there is. Needs a system administrator.
data "palette_system_profile" "enterprise" {}

output "enterprise_layers" {
  value = data.palette_system_profile.enterprise.layer_tags
}
