import { lazy } from "react";

export const inspections = {
  name: "inspections",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
