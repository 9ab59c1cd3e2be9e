import { lazy } from "react";

export const deliveries = {
  name: "deliveries",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
