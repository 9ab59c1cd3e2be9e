import type { Turn } from "../api/types.ts";
import { texts } from "../texts.ts";

/** How far one has come, as a bar and in words. */
export function Progress({ progress: { answered, remaining } }: { progress: Turn["progress"] }) {
  if (answered + remaining === 0) return null;
  const words = answered === 0 ? texts.chat.progressStart(remaining) : texts.chat.progressText(answered, remaining);
  return (
    <div className="progress">
      <progress aria-label={texts.chat.progress} value={answered} max={answered + remaining} />
      <span>{words}</span>
    </div>
  );
}
