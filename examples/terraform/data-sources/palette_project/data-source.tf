data "palette_project" "default" {
  name = "Default"
}

output "default_project_uid" {
  value = data.palette_project.default.id
}
