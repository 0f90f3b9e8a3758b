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
  value       = local.host_name
}

output "made_host" {
  description = "Host name that Container Apps makes: where the CNAME record of a custom domain leads."
  value       = local.made_host_name
}

output "domain_verification_id" {
  description = "Value of the TXT record (asuid. and the custom domain) by which Azure knows that the domain is yours."
  value       = azurerm_container_app_environment.main.custom_domain_verification_id
}

output "backup_job" {
  description = "Name of the nightly backup's job, in the resource group of the container app."
  value       = azurerm_container_app_job.backup.name
}

output "backup_container" {
  description = "Address of the container in which the nightly backups lie."
  value       = local.backup_container
}

output "messaging_endpoint" {
  description = "Where the Bot Framework delivers activities."
  value       = azurerm_bot_service_azure_bot.main.endpoint
}

output "table_endpoint" {
  description = "TABLE_ENDPOINT for the command line of administrators."
  value       = local.table_endpoint
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
  value       = local.table_id
}
