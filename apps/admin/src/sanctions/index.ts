import { lazy } from "react";

export const sanctions = {
  name: "sanctions",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
