data "palette_macros" "project" {
  context    = "project"
  macro_name = "REGION"
}

# A macro may hold a secret, so its value is sensitive; the names are not.
output "macros" {
  value = data.palette_macros.project.names
}
