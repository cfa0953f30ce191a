# A token of the system administrator whom the provider knows, in no plan and no state.
ephemeral "palette_system_token" "console" {}

# For what calls Palette's system console in the same run, such as a provider's configuration.
locals {
  system_console_headers = { Authorization = ephemeral.palette_system_token.console.token }
}
