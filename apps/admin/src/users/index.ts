import { lazy } from "react";

export const users = {
  name: "users",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
