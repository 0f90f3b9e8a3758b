variable "subscription_id" {
  description = "Id of the Azure subscription that everything is created in."
  type        = string

  validation {
    condition     = can(regex("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", var.subscription_id))
    error_message = "The subscription id is not a GUID."
  }
}

variable "resource_group_name" {
  description = "Name of the resource group that is created for Rootdesk."
  type        = string
  default     = "rg-rootdesk"

  validation {
    condition     = can(regex("^[A-Za-z0-9._()-]{1,89}[A-Za-z0-9_()-]$", var.resource_group_name))
    error_message = "A resource group's name has 2 to 90 letters, digits, dots, hyphens, underscores or brackets, and does not end in a dot."
  }
}

variable "location" {
  description = "Azure region of all resources, for instance westeurope. The bot registration itself is global."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]{3,30}$", var.location))
    error_message = "Write the region in its short form, for instance westeurope."
  }
}

variable "name" {
  description = "What the names of all resources begin with. Another one makes a second installation beside the first."
  type        = string
  default     = "rootdesk"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "Use 3 to 20 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "storage_account_name" {
  description = "Name of the storage account that is created for the table, unique in all of Azure. Null where existing_storage_account_id names one."
  type        = string
  default     = null

  validation {
    condition     = var.storage_account_name == null || can(regex("^[a-z0-9]{3,24}$", var.storage_account_name))
    error_message = "A storage account's name has 3 to 24 lower-case letters and digits."
  }

  validation {
    condition     = (var.storage_account_name == null) != (var.existing_storage_account_id == null)
    error_message = "Set storage_account_name or existing_storage_account_id, and not both."
  }
}

variable "existing_storage_account_id" {
  description = "Resource id of the storage account in which the table of the older scheme is. It is only read, never changed; Rootdesk's identity gets its role on the table. Null: an account is created."
  type        = string
  default     = null

  validation {
    condition     = var.existing_storage_account_id == null || can(regex("^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Storage/storageAccounts/[a-z0-9]{3,24}$", var.existing_storage_account_id))
    error_message = "This is not the resource id of a storage account. az storage account show --name NAME --query id prints it."
  }
}

variable "backup_account_name" {
  description = "Name of the storage account that is created for the nightly backups, unique in all of Azure; another one than the table's, so that one loss does not take both."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]{3,24}$", var.backup_account_name)) && var.backup_account_name != var.storage_account_name
    error_message = "A storage account's name has 3 to 24 lower-case letters and digits, and backups have an account of their own."
  }
}

variable "backup_days" {
  description = "How long a nightly backup is kept, 7 to 3650 days. Backups hold what the table holds: names, addresses and the history."
  type        = number
  default     = 90

  validation {
    condition     = var.backup_days >= 7 && var.backup_days <= 3650 && floor(var.backup_days) == var.backup_days
    error_message = "Choose 7 to 3650 days."
  }
}

variable "backup_schedule" {
  description = "When the nightly backup runs, as a cron expression in UTC with five fields."
  type        = string
  default     = "15 2 * * *"

  validation {
    condition     = can(regex("^[0-9*/,-]+( [0-9*/,-]+){4}$", var.backup_schedule))
    error_message = "Write a cron expression with five fields, for instance 15 2 * * *."
  }
}

variable "storage_replication" {
  description = "How often, and how far apart, Azure keeps the table: LRS, ZRS, GRS or GZRS."
  type        = string
  default     = "ZRS"

  validation {
    condition     = contains(["LRS", "ZRS", "GRS", "GZRS"], var.storage_replication)
    error_message = "Choose LRS, ZRS, GRS or GZRS."
  }
}

variable "table_name" {
  description = "Name of the table. A company that comes from the older scheme keeps awsrootaccounts."
  type        = string
  default     = "awsrootaccounts"

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9]{2,62}$", var.table_name))
    error_message = "A table's name has 3 to 63 letters and digits and begins with a letter."
  }
}

variable "image" {
  description = "Container image with its tag, its digest or both, for instance company.azurecr.io/rootdesk:1.0.0. A tag that moves (latest) is refused."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9./_-]+(:[0-9]+/[a-z0-9./_-]+)?(:[A-Za-z0-9_][A-Za-z0-9._-]*|(:[A-Za-z0-9_][A-Za-z0-9._-]*)?@sha256:[0-9a-f]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "Name the image with registry, repository and a fixed tag, a digest, or both (tag@sha256:…)."
  }
}

variable "container_registry_id" {
  description = "Resource id of the Azure Container Registry that holds the image; Rootdesk's identity is allowed to pull from it. Null for a public image."
  type        = string
  default     = null

  validation {
    condition     = var.container_registry_id == null || can(regex("/providers/Microsoft.ContainerRegistry/registries/[A-Za-z0-9]+$", var.container_registry_id))
    error_message = "This is not the resource id of a container registry."
  }
}

variable "subnet_id" {
  description = "Resource id of a subnet of at least /27 that is delegated to Microsoft.App/environments, has the service endpoint Microsoft.Storage and is used by nothing else. Then the storage accounts that are created answer this subnet alone. Null: any network, with an Entra token. Decide before the first apply: a change needs a new environment, whose host name is another."
  type        = string
  default     = null

  validation {
    condition     = var.subnet_id == null || can(regex("/providers/Microsoft.Network/virtualNetworks/[^/]+/subnets/[^/]+$", var.subnet_id))
    error_message = "This is not the resource id of a subnet."
  }
}

variable "custom_domain" {
  description = "Host name of your own under which Rootdesk is reached, for instance rootdesk.company.com; its DNS records must be there before (docs/install.md). Null: the host name that Container Apps makes."
  type        = string
  default     = null

  validation {
    condition     = var.custom_domain == null || can(regex("^[a-z0-9-]+([.][a-z0-9-]+){2,}$", var.custom_domain))
    error_message = "Write a host name below a domain, in lower case and without https://, for instance rootdesk.company.com."
  }
}

variable "min_replicas" {
  description = "Copies that always run, at least 1: a copy has to be there when mail arrives."
  type        = number
  default     = 2

  validation {
    condition     = var.min_replicas >= 1 && var.min_replicas <= 10 && floor(var.min_replicas) == var.min_replicas
    error_message = "Choose 1 to 10 copies."
  }
}

variable "max_replicas" {
  description = "Most copies under load. One of them sweeps the mailbox, all of them answer."
  type        = number
  default     = 4

  validation {
    condition     = var.max_replicas >= var.min_replicas && var.max_replicas <= 30 && floor(var.max_replicas) == var.max_replicas
    error_message = "Choose at least min_replicas and at most 30."
  }
}

variable "central_mailbox" {
  description = "Address of the central mailbox, for instance aws@company.com; of several, all, separated by commas."
  type        = string

  validation {
    condition     = alltrue([for address in split(",", var.central_mailbox) : can(regex("^\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\s*$", address))])
    error_message = "This is not a mail address."
  }
}

variable "pool_domains" {
  description = "Domains of the aliases."
  type        = list(string)

  validation {
    condition     = length(var.pool_domains) > 0 && alltrue([for domain in var.pool_domains : can(regex("^[a-z0-9.-]{4,23}$", domain))])
    error_message = "List at least one domain, in lower case. With more than 23 characters its aliases are too long for AWS."
  }
}

variable "approvers_group" {
  description = "Object id of the Entra group whose members decide requests. Null when approvers lists them."
  type        = string
  default     = null

  validation {
    condition     = var.approvers_group == null || can(regex("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", var.approvers_group))
    error_message = "The object id is not a GUID."
  }
}

variable "approvers" {
  description = "Object ids of the approvers, when no group holds them. Exactly one of approvers_group and approvers is set."
  type        = list(string)
  default     = []

  validation {
    condition     = (length(var.approvers) > 0) != (var.approvers_group != null)
    error_message = "Set approvers_group or approvers, and not both."
  }
}

variable "api_keys" {
  description = "Keys of API clients that send no Entra token, as docs/api.md makes them: name:role+role:sha256hex. Only hashes; the keys themselves never come here. Empty: no keys are taken."
  type        = list(string)
  default     = []
  sensitive   = true

  validation {
    condition     = alltrue([for key in var.api_keys : can(regex("^[A-Za-z0-9_.-]{1,64}:Aliases[.][A-Za-z]+([+]Aliases[.][A-Za-z]+)*:[0-9A-Fa-f]{64}$", key))])
    error_message = "A key is written as name:role+role:sha256hex, with the roles of docs/api.md."
  }
}

variable "api_audience" {
  description = "Application ID URI or client id of the API's registration in Entra ID, whose tokens are then taken. Empty: no tokens are taken."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for audience in var.api_audience : can(regex("^[^\\s,]+$", audience))])
    error_message = "An audience is a URI or a GUID, without commas and blanks."
  }
}

variable "settings" {
  description = "Further settings of docs/configuration.md, by their names, for instance { SWEEP_SECONDS = \"30\" }. None of them may be a secret."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.settings) : can(regex("^[A-Z][A-Z_]*$", name)) && !can(regex("PASSWORD|SECRET|^API_KEYS$", name))])
    error_message = "Settings have names like SWEEP_SECONDS, and secrets have no place here."
  }
}

variable "grant_directory_access" {
  description = "Whether to let Rootdesk's identity read people and memberships of groups and channels (User.Read.All, GroupMember.Read.All, ChannelMember.Read.All). Whoever applies this needs the role Privileged Role Administrator; with false, somebody who has it does it by hand."
  type        = bool
  default     = true
}

variable "alert_emails" {
  description = "Addresses that alerts are sent to, each with a short name."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for address in values(var.alert_emails) : can(regex("^[^@\\s]+@[^@\\s]+$", address))])
    error_message = "One of these is not a mail address."
  }
}

variable "log_retention_days" {
  description = "How long logs are kept, 30 to 730 days. They hold neither mail text nor secrets."
  type        = number
  default     = 90

  validation {
    condition     = var.log_retention_days >= 30 && var.log_retention_days <= 730
    error_message = "Choose 30 to 730 days."
  }
}

variable "bot_sku" {
  description = "Price tier of the bot registration. Messages through Teams are free of charge in both."
  type        = string
  default     = "F0"

  validation {
    condition     = contains(["F0", "S1"], var.bot_sku)
    error_message = "Choose F0 or S1."
  }
}

variable "tags" {
  description = "Tags of all resources."
  type        = map(string)
  default     = {}
}
