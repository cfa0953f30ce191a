# terraform query -generate-config-out=profiles.tf
list "palette_app_profile" "shop" {
  provider = palette

  config {
    context       = "project"
    name_contains = "shop"
  }
}
