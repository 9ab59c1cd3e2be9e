const form = /^#\/invitation\/([\w-]{1,200})$/;

/** The token of an invitation's link; null at every other address. It stands behind the #, so that no log of a server keeps it. */
export function invitationIn(hash: string): string | null {
  return form.exec(hash)?.[1] ?? null;
}
