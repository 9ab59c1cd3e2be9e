import { lazy } from "react";

/** The letters of recommendation: their list, the making of one for many cases, and the page of one. */
export const recommendations = {
  name: "recommendations",
  list: lazy(() => import("./list.tsx")),
  create: lazy(() => import("./letter-desk.tsx")),
  show: lazy(() => import("./page.tsx")),
};
