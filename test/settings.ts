/** A whole environment of production, made up. */
export const PRODUCTION = {
  BOT_APP_ID: '6f3f2f52-0b0c-4a2f-9f5c-3c6c3f0e7a11',
  BOT_TENANT_ID: '5e2fa9a0-0d3c-4f3b-9a67-0c5d1c0a7e01',
  BOT_APP_TYPE: 'UserAssignedMSI',
  TABLE_ENDPOINT: 'https://account.table.core.windows.net',
  CENTRAL_MAILBOX: 'aws@company.com',
  POOL_DOMAINS: 'company.com',
  APPROVERS_GROUP: 'b7d1e6c4-53a8-4c19-9f60-7e21aa54d003',
} as const;
