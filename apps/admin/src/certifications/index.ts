import { lazy } from "react";

export const certifications = {
  name: "certifications",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
