import { lazy } from "react";

/** The letters of a district: the making of one for many cases, and the page of one. */
export const recommendations = {
  name: "recommendations",
  list: lazy(() => import("./letter-desk.tsx")),
  show: lazy(() => import("./page.tsx")),
};
