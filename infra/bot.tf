resource "azurerm_bot_service_azure_bot" "main" {
  name                = "bot-${var.name}"
  display_name        = "Rootdesk"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  sku                 = var.bot_sku
  tags                = var.tags

  microsoft_app_type      = "UserAssignedMSI"
  microsoft_app_id        = azurerm_user_assigned_identity.main.client_id
  microsoft_app_msi_id    = azurerm_user_assigned_identity.main.id
  microsoft_app_tenant_id = data.azurerm_client_config.current.tenant_id

  endpoint = "https://${local.host_name}/api/messages"

  local_authentication_enabled = false

  depends_on = [azurerm_container_app.main]
}

resource "azurerm_bot_channel_ms_teams" "main" {
  bot_name            = azurerm_bot_service_azure_bot.main.name
  location            = azurerm_bot_service_azure_bot.main.location
  resource_group_name = azurerm_resource_group.main.name
}
