data "palette_registry" "public" {
  name = "Public Repo"
}

output "public_registry_uid" {
  value = data.palette_registry.public.id
}
