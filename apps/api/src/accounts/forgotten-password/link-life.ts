/** How many minutes the link for a new password is open: what its token lives, and what people are told. */
export const resetLinkMinutes = 30;
