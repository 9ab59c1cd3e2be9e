import { lazy } from "react";

export const obligations = {
  name: "obligations",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
