import { lazy } from "react";

export const organizations = {
  name: "organizations",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
