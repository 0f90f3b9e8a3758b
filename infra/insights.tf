# Metrics and traces. Only who signs in with Entra may write: the connection string alone opens nothing.
resource "azurerm_application_insights" "main" {
  name                = "appi-${var.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = var.tags

  application_type              = "Node.JS"
  workspace_id                  = azurerm_log_analytics_workspace.main.id
  local_authentication_disabled = true
}

resource "azurerm_role_assignment" "metrics" {
  scope                            = azurerm_application_insights.main.id
  role_definition_name             = "Monitoring Metrics Publisher"
  principal_id                     = azurerm_user_assigned_identity.main.principal_id
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}
