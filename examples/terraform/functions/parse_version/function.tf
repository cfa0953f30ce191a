# "rc.1"
output "prerelease" {
  value = provider::palette::parse_version("v1.2.3-rc.1").prerelease
}

# "1.2.0"
output "normalized" {
  value = provider::palette::parse_version("1.2").normalized
}
