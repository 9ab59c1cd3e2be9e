import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { Notification } from "ra-ui-materialui";
import { lazy, type ReactNode, Suspense } from "react";
import { OutOfReach } from "../states/out-of-reach.tsx";
import { PageLoading } from "../states/page-states.tsx";
import { texts } from "../texts/texts.ts";
import { AppHeader } from "./app-header.tsx";
import { Menu } from "./menu.tsx";
import { PrintHeading } from "./print-heading.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useMe } from "./use-me.ts";

/** For whoever goes on inspections alone. */
const UnsentVisits = lazy(() => import("../inspections/visit/unsent-visits.tsx"));
const looks = ["inspections", "city_checks"] as const;

/** The frame of every page: who is here and what day it is above, the way through the work on the left. */
export function Layout({ children }: { children: ReactNode }) {
  const isNarrow = useIsNarrow();
  const me = useMe();
  const goesOnInspections = looks.some((look) => me?.acts[look]?.includes("record"));
  return (
    <Box className="print-flow" sx={{ display: "flex", flexDirection: "column", minHeight: "100vh" }}>
      <Link
        className="no-print"
        href="#main"
        sx={{
          position: "absolute",
          left: -9999,
          "&:focus": { left: 8, top: 8, zIndex: 1400, background: "#fff", padding: 1 },
        }}
      >
        {texts.skipToMain}
      </Link>
      <AppHeader />
      <Box className="print-flow" sx={{ display: "flex", flex: 1, alignItems: "stretch" }}>
        {isNarrow ? null : <Menu />}
        <Box component="main" id="main" tabIndex={-1} sx={{ flex: 1, minWidth: 0, p: 2, outline: "none" }}>
          {me === undefined ? null : <PrintHeading me={me} />}
          {goesOnInspections ? (
            <Suspense fallback={null}>
              <UnsentVisits />
            </Suspense>
          ) : null}
          <OutOfReach>
            <Suspense fallback={<PageLoading />}>{children}</Suspense>
          </OutOfReach>
        </Box>
      </Box>
      <SignInAgain />
      <Notification />
    </Box>
  );
}
