terraform {
  required_providers {
    palette = {
      source  = "palette-profiles/palette"
      version = "~> 0.1"
    }
  }
}

# The API key comes from SPECTROCLOUD_APIKEY, and a host other than api.spectrocloud.com from SPECTROCLOUD_HOST.
provider "palette" {
  project_name = "Default"
}
