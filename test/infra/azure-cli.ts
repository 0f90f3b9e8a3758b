/** Of the Azure CLI's commands those that the pages show, with the options that they use: https://learn.microsoft.com/cli/azure/reference-index */
export const AZURE_CLI: Readonly<Record<string, readonly string[]>> = {
  'account set': ['--subscription'],
  'acr create': ['--resource-group', '--name', '--sku'],
  'acr login': ['--name'],
  'acr show': ['--name'],
  'ad group create': ['--display-name', '--mail-nickname'],
  'ad group member add': ['--group', '--member-id'],
  'ad sp show': ['--id'],
  'containerapp exec': ['--resource-group', '--name', '--command'],
  'containerapp hostname bind': [
    '--resource-group',
    '--name',
    '--environment',
    '--hostname',
    '--validation-method',
  ],
  'containerapp job execution list': ['--resource-group', '--name'],
  'containerapp job start': ['--resource-group', '--name'],
  'containerapp revision activate': ['--resource-group', '--revision'],
  'containerapp revision deactivate': ['--resource-group', '--revision'],
  'containerapp revision list': ['--resource-group', '--name'],
  'group create': ['--name', '--location'],
  'identity create': ['--resource-group', '--name'],
  'identity federated-credential create': [
    '--resource-group',
    '--identity-name',
    '--name',
    '--issuer',
    '--subject',
    '--audiences',
  ],
  'identity show': ['--resource-group', '--name'],
  login: [],
  'network vnet subnet show': ['--resource-group', '--vnet-name', '--name'],
  'network vnet subnet update': [
    '--resource-group',
    '--vnet-name',
    '--name',
    '--delegations',
    '--service-endpoints',
  ],
  rest: ['--method', '--url', '--body'],
  'role assignment create': [
    '--assignee',
    '--assignee-object-id',
    '--assignee-principal-type',
    '--role',
    '--scope',
  ],
  'role assignment delete': [],
  'storage account blob-service-properties update': [
    '--resource-group',
    '--account-name',
    '--enable-versioning',
  ],
  'storage account create': [
    '--resource-group',
    '--name',
    '--location',
    '--sku',
    '--allow-shared-key-access',
    '--allow-blob-public-access',
    '--min-tls-version',
  ],
  'storage account network-rule add': ['--resource-group', '--account-name', '--subnet'],
  'storage account show': ['--resource-group', '--name'],
  'storage account update': ['--resource-group', '--name', '--allow-shared-key-access'],
  'storage blob download': ['--account-name', '--container-name', '--auth-mode', '--name', '--file'],
  'storage blob list': ['--account-name', '--container-name', '--auth-mode'],
  'storage container create': ['--account-name', '--name', '--auth-mode'],
  'storage table create': ['--account-name', '--name', '--auth-mode'],
  'storage table delete': ['--account-name', '--name', '--auth-mode'],
};
/** What every command takes. */
const GLOBAL = ['--query', '--output'];

/** What a page asks of the Azure CLI that it does not know, as it is written there. */
export function unknownCalls(page: string): readonly string[] {
  return callsIn(page).filter((call) => {
    const [, command = '', rest = ''] = /^((?:[a-z][a-z-]*(?: |$))+)(.*)$/.exec(call) ?? [];
    const known = AZURE_CLI[command.trim()];
    const options = [...rest.matchAll(/(?<= |^)--[a-z-]+/g)].map(([option]) => option);
    return known === undefined || options.some((option) => ![...known, ...GLOBAL].includes(option));
  });
}

/** Every call, in blocks and within sentences, without the leading `az`; one within another counts by itself. */
export function callsIn(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^ *```(?:sh|powershell)\n([\s\S]*?)^ *```/gm)].map(
    ([, code = '']) => code,
  );
  const sentences = [...page.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`(az [^`]+)`/g)];
  return [...blocks.flatMap((code) => code.split('\n')), ...sentences.map(([, call = '']) => call)].flatMap(
    (line) => [...line.matchAll(/(?:^|[=(] ?)\s*az ([^()|]*)/g)].map(([, call = '']) => call.trim()),
  );
}
