import { AccessibilityPage } from "./pages/accessibility.tsx";
import { ArticlesPage } from "./pages/articles.tsx";
import { HomePage } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { SelfCheckPage } from "./pages/self-check.tsx";
import { usePage } from "./router.tsx";
import { useLanding } from "./shell/use-landing.ts";

/** The site: which page stands at which address. */
export function App() {
  const page = usePage();
  useLanding(page);
  switch (page) {
    case "home":
      return <HomePage />;
    case "chat":
    case "result":
      return <SelfCheckPage view={page} />;
    case "articles":
      return <ArticlesPage />;
    case "accessibility":
      return <AccessibilityPage />;
    case null:
      return <NotFoundPage />;
  }
}
