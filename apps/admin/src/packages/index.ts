import { lazy } from "react";

export const packages = {
  name: "packages",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
