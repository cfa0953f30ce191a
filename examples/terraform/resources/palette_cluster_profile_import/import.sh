# By name or uid, and context: the newest version.
terraform import palette_cluster_profile_import.ingress ingress:project
