import { lazy } from "react";

export const certifications = {
  name: "certifications",
  list: lazy(() => import("./list.tsx")),
  /** Titles are not made here one by one: those that exist already are imported. */
  create: lazy(() => import("./import/page.tsx")),
  show: lazy(() => import("./page.tsx")),
};
