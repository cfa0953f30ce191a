# All versions from 1.0.0 on of the app profiles of a team.
data "palette_app_profiles" "shop" {
  tag     = "team:shop"
  version = ">=1.0.0"
}

output "shop_versions" {
  value = data.palette_app_profiles.shop.versions
}
