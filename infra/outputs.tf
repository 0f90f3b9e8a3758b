output "app_id" {
  description = "Application (client) id of Rootdesk: -AppId of the script that the plan command writes, and the bot id of the Teams manifest."
  value       = azurerm_user_assigned_identity.main.client_id
}

output "object_id" {
  description = "Object id of the same identity: -ObjectId of the script that the plan command writes."
  value       = azurerm_user_assigned_identity.main.principal_id
}

output "host" {
  description = "Host name of Rootdesk: where pipelines call it, and where /readyz tells how it is."
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

output "administrator_settings" {
  description = "Settings for the command line on an administrator's machine, a line each: node --env-file. No secret, and no AZURE_CLIENT_ID: there it is the administrator who signs in."
  value = join("\n", [
    for name in ["BOT_APP_ID", "BOT_TENANT_ID", "BOT_APP_TYPE", "TABLE_ENDPOINT", "TABLE_NAME", "CENTRAL_MAILBOX", "POOL_DOMAINS", "APPROVERS_GROUP", "APPROVERS"] :
    "${name}=${local.settings[name]}" if local.settings[name] != ""
  ])
}

output "table_id" {
  description = "Resource id of the table: the scope of an administrator's role on it."
  value       = azapi_resource.table.id
}
