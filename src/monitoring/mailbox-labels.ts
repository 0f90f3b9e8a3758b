/**
 * How figures name mailboxes of the scheme, in the same order: by what is before the @, so that an alert says which one it is, and never
 * by an address. Where several have the same, a number tells them apart.
 */
export function mailboxLabels(addresses: readonly string[]): readonly string[] {
  const names = addresses.map((address) => address.slice(0, address.indexOf('@')).toLowerCase());
  return names.map((name, place) => {
    const before = names.slice(0, place).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
