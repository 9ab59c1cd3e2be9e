import { lazy } from "react";

/** Applications: the list, and the page of a case. */
export const applications = {
  name: "applications",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./case-page.tsx")),
};
