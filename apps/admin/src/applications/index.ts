import { lazy } from "react";

/** Applications: the list, the page of a case, and the desk at which paper dossiers are typed in. */
export const applications = {
  name: "applications",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./case-page.tsx")),
  create: lazy(() => import("./begin/page.tsx")),
  edit: lazy(() => import("./entry/page.tsx")),
};
