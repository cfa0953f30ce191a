# By name or uid, context, and version where it is not the newest one.
terraform import palette_app_profile.shop shop:project
