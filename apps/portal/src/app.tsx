import { AccessibilityPage } from "./pages/accessibility.tsx";
import { ArticlesPage } from "./pages/articles.tsx";
import { CertificatesPage } from "./pages/certificates.tsx";
import { ForgotPasswordPage } from "./pages/forgot-password.tsx";
import { HomePage } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { NoticesPage } from "./pages/notices.tsx";
import { PlatformsPage } from "./pages/platforms.tsx";
import { SelfCheckPage } from "./pages/self-check.tsx";
import { usePlace } from "./router.tsx";
import { useLanding } from "./shell/use-landing.ts";

/** The site: which page stands at which address. */
export function App() {
  const { page, record } = usePlace();
  useLanding(page);
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
    case "accessibility":
      return <AccessibilityPage />;
    case "forgotPassword":
      return <ForgotPasswordPage />;
    case null:
      return <NotFoundPage />;
  }
}
