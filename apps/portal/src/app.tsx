import { lazy } from "react";
import { HomePage } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { SelfCheckPage } from "./pages/self-check.tsx";
import { type Place, usePlace } from "./router.tsx";
import { Landing } from "./shell/landing.ts";
import { OnDemand } from "./shell/on-demand.tsx";

const ArticlesPage = lazy(async () => ({ default: (await import("./pages/articles.tsx")).ArticlesPage }));
const PlatformsPage = lazy(async () => ({ default: (await import("./pages/platforms.tsx")).PlatformsPage }));
const CertificatesPage = lazy(async () => ({ default: (await import("./pages/certificates.tsx")).CertificatesPage }));
const NoticesPage = lazy(async () => ({ default: (await import("./pages/notices.tsx")).NoticesPage }));
const ComplaintsPage = lazy(async () => ({ default: (await import("./pages/complaints.tsx")).ComplaintsPage }));
const ReceiptsPage = lazy(async () => ({ default: (await import("./pages/receipts.tsx")).ReceiptsPage }));
const ForgotPasswordPage = lazy(async () => ({
  default: (await import("./pages/forgot-password.tsx")).ForgotPasswordPage,
}));
const RemindersPage = lazy(async () => ({ default: (await import("./pages/reminders.tsx")).RemindersPage }));
const MyMattersPage = lazy(async () => ({ default: (await import("./pages/my-matters.tsx")).MyMattersPage }));
const UploadPage = lazy(async () => ({ default: (await import("./pages/upload.tsx")).UploadPage }));
const AccessibilityPage = lazy(async () => ({
  default: (await import("./pages/accessibility.tsx")).AccessibilityPage,
}));

/** Which page stands at which address. */
function Shown({ page, record }: Place) {
  switch (page) {
    case "home":
      return <HomePage />;
    case "chat":
    case "result":
      return <SelfCheckPage view={page} />;
    case "articles":
      return <ArticlesPage />;
    case "platforms":
      return <PlatformsPage />;
    case "certificates":
      return <CertificatesPage number={record} />;
    case "notices":
      return <NoticesPage id={record} />;
    case "complaints":
      return <ComplaintsPage about={record} />;
    case "receipts":
      return <ReceiptsPage />;
    case "accessibility":
      return <AccessibilityPage />;
    case "forgotPassword":
      return <ForgotPasswordPage />;
    case "reminders":
      return <RemindersPage />;
    case "matters":
      return <MyMattersPage />;
    case "upload":
      return <UploadPage token={record ?? ""} />;
    case null:
      return <NotFoundPage />;
  }
}

/** The site. The first page and the self-check come at once, the others when they are wanted. */
export function App() {
  const { page, record } = usePlace();
  return (
    <OnDemand page={page}>
      <Shown page={page} record={record} />
      <Landing page={page} record={record} />
    </OnDemand>
  );
}
