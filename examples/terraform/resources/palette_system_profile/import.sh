# By name or uid.
terraform import palette_system_profile.enterprise enterprise-cluster
