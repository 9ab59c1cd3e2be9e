/** The addresses of the portal's pages: the portal shows them, and the server answers them with the portal's document. */
export const portalPages = {
  home: "/",
  chat: "/chat",
  result: "/result",
  articles: "/articles",
  accessibility: "/accessibility",
} as const;

export type PortalPage = keyof typeof portalPages;
