data "palette_app_profile" "shop" {
  name    = "shop"
  version = "1.0.0"
}

output "shop_tiers" {
  value = data.palette_app_profile.shop.tiers
}
