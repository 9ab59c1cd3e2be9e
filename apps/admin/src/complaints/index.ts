import { lazy } from "react";

export const complaints = {
  name: "complaints",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
