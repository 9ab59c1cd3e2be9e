import { PageFrame } from "../shell/page-frame.tsx";
import { texts } from "../texts.ts";

export function AccessibilityPage() {
  return (
    <PageFrame page="accessibility" title={texts.titles.accessibility} className="reading">
      {texts.accessibility.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </PageFrame>
  );
}
