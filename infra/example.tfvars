# Copy this file, fill it in, and give it to terraform with -var-file. It holds no secret, and needs none.
subscription_id      = "00000000-0000-4000-8000-000000000001"
location             = "westeurope"
storage_account_name = "rootdeskcompany"
backup_account_name  = "rootdeskbackups"

image                 = "company.azurecr.io/rootdesk:1.0.0"
container_registry_id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-shared/providers/Microsoft.ContainerRegistry/registries/company"

central_mailbox = "aws@company.com"
pool_domains    = ["company.com"]
approvers_group = "00000000-0000-4000-8000-000000000002"

alert_emails = {
  platform = "platform@company.com"
}
