import {
  to = palette_app_profile.shop
  identity = {
    name    = "shop"
    context = "project"
  }
}
