output "app_id" {
  description = "Application (client) id of Rootdesk: -AppId of the script that the plan command writes, and the bot id of the Teams manifest."
  value       = azurerm_user_assigned_identity.main.client_id
}

output "object_id" {
  description = "Object id of the same identity: -ObjectId of the script that the plan command writes."
  value       = azurerm_user_assigned_identity.main.principal_id
}

output "host" {
  description = "Host name of Rootdesk: the Teams manifest's valid domain, and the host that pipelines call."
  value       = azurerm_container_app.main.ingress[0].fqdn
}

output "messaging_endpoint" {
  description = "Where the Bot Framework delivers activities."
  value       = azurerm_bot_service_azure_bot.main.endpoint
}

output "table_endpoint" {
  description = "TABLE_ENDPOINT for the command line of administrators."
  value       = trimsuffix(azurerm_storage_account.main.primary_table_endpoint, "/")
}

output "container_app" {
  description = "Resource group and name of the container app, for pipelines that deploy a new image."
  value = {
    resource_group = azurerm_resource_group.main.name
    name           = azurerm_container_app.main.name
  }
}

output "log_workspace_id" {
  description = "Resource id of the workspace in which the logs are."
  value       = azurerm_log_analytics_workspace.main.id
}
