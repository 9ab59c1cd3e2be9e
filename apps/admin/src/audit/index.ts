import { lazy } from "react";

export const audit = {
  name: "audit",
  list: lazy(() => import("./list.tsx")),
};
