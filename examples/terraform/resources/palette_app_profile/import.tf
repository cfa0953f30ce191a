# By name or uid, context, and version where it is not the newest one.
import {
  to = palette_app_profile.shop
  id = "shop:project"
}
