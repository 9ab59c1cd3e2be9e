import { Link } from "../router.tsx";
import { PageFrame } from "../shell/page-frame.tsx";
import { texts } from "../texts.ts";

export function NotFoundPage() {
  return (
    <PageFrame page={null} title={texts.titles.notFound} className="reading">
      <p>{texts.notFound.lead}</p>
      <p>
        <Link to="home" className="button primary">
          {texts.notFound.action}
        </Link>
      </p>
    </PageFrame>
  );
}
