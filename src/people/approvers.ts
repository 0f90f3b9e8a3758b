/** Members of an Entra group, transitively, or people by their object ids. */
export type People =
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'people'; readonly personIds: readonly string[] };
