import { lazy } from "react";

/** The first page of everybody. */
export const Home = lazy(() => import("./home.tsx"));
