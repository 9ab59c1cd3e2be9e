import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import { QueryClient } from "@tanstack/react-query";
import { CoreAdminContext, CoreAdminUI, localStorageStore, Resource } from "ra-core";
import polyglotI18nProvider from "ra-i18n-polyglot";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { createBrowserRouter, RouterProvider, useLocation } from "react-router";
import { dataProvider } from "./api/data-provider.ts";
import { authProvider } from "./api/session.ts";
import { applications } from "./applications/index.ts";
import { audit } from "./audit/index.ts";
import { certifications } from "./certifications/index.ts";
import { complaints } from "./complaints/index.ts";
import { deliveries } from "./deliveries/index.ts";
import { experts } from "./experts/index.ts";
import { holidays } from "./holidays/index.ts";
import { Home } from "./home/index.ts";
import { inspections } from "./inspections/index.ts";
import { interpretations } from "./interpretations/index.ts";
import { notices } from "./notices/index.ts";
import { objections } from "./objections/index.ts";
import { obligations } from "./obligations/index.ts";
import { officeGroups } from "./office-groups/index.ts";
import { isFromDevice } from "./offline/worker.ts";
import { organizationChanges } from "./organization-changes/index.ts";
import { organizations } from "./organizations/index.ts";
import { packages } from "./packages/index.ts";
import { recommendations } from "./recommendations/index.ts";
import { reports } from "./reports/index.ts";
import { reviews } from "./reviews/index.ts";
import { rounds } from "./rounds/index.ts";
import { sanctions } from "./sanctions/index.ts";
// Nearly everybody goes on to a list: what lists are made of comes with the frame, so that each is small.
import "./lists/list-page.tsx";
import "./lists/filters.tsx";
import { Layout } from "./shell/layout.tsx";
import { invitationIn } from "./sign-in/invitation.ts";
import { SignInPage } from "./sign-in/sign-in-page.tsx";
import { spotCheckDraws } from "./spot-check-draws/index.ts";
import { Loading } from "./states/loading.tsx";
import { NotFound } from "./states/not-found.tsx";
import { reactAdminTexts } from "./texts/react-admin.ts";
import { texts } from "./texts/texts.ts";
import { theme } from "./theme/theme.ts";
import { users } from "./users/index.ts";

const i18nProvider = polyglotI18nProvider(() => reactAdminTexts, "zh");
const store = localStorageStore("1", "shifan");
// What was fetched is fresh for a moment: going back and forth does not ask again, and nothing stays stale for long.
const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: 1 } } });

/** What every page stands in. */
function Frame({ children }: { children: ReactNode }) {
  return (
    <CoreAdminContext
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      store={store}
      queryClient={queryClient}
    >
      <ThemeProvider theme={theme}>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CoreAdminContext>
  );
}

/** The console's map: one line for each resource. */
function Console() {
  return (
    <Frame>
      <CoreAdminUI
        title={texts.product}
        layout={Layout}
        loginPage={SignInPage}
        dashboard={Home}
        catchAll={NotFound}
        loading={() => <Loading />}
        requireAuth
        disableTelemetry
      >
        <Resource {...rounds} />
        <Resource {...applications} />
        <Resource {...recommendations} />
        <Resource {...experts} />
        <Resource {...reviews} />
        <Resource {...notices} />
        <Resource {...objections} />
        <Resource {...certifications} />
        <Resource {...obligations} />
        <Resource {...inspections} />
        <Resource {...spotCheckDraws} />
        <Resource {...deliveries} />
        <Resource {...officeGroups} />
        <Resource {...reports} />
        <Resource {...packages} />
        <Resource {...sanctions} />
        <Resource {...complaints} />
        <Resource {...organizations} />
        <Resource {...organizationChanges} />
        <Resource {...interpretations} />
        <Resource {...holidays} />
        <Resource {...users} />
        <Resource {...audit} />
      </CoreAdminUI>
    </Frame>
  );
}

const OfflineDesk = lazy(() => import("./offline/desk.tsx"));
const InvitationPage = lazy(() => import("./sign-in/invitation-page.tsx"));

/** An invitation's link leads to its own page, before and without an account; everything else is the console. */
function Start() {
  // A link opened while the console is there changes nothing but what stands behind the #; and a console that was just finding out that nobody is
  // signed in goes to its door a moment later, so that the link, once seen, holds.
  const opened = invitationIn(useLocation().hash);
  const [invitation, setInvitation] = useState(opened);
  if (opened !== null && opened !== invitation) setInvitation(opened);
  if (isFromDevice()) {
    return (
      <Frame>
        <Suspense fallback={<Loading />}>
          <OfflineDesk />
        </Suspense>
      </Frame>
    );
  }
  if (invitation === null) return <Console />;
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <Suspense fallback={<Loading />}>
        <InvitationPage token={invitation} />
      </Suspense>
    </ThemeProvider>
  );
}

const router = createBrowserRouter([{ path: "*", element: <Start /> }], { basename: "/admin" });

export function App() {
  return <RouterProvider router={router} />;
}
