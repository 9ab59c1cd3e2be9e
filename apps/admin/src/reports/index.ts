import { lazy } from "react";

export const reports = {
  name: "reports",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
