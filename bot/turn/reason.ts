/** Characters of a reason that a person gives, for the history. */
export const REASON_MOST = 500;
