import type { Delivery } from "@shifan/contract";
import { recipientKindLabels, reminderAudienceLabels, reminderChannelLabels } from "@shifan/contract/labels";
import { deliveriesTexts as texts } from "./texts.ts";

/** Whom it is for, as far as anybody may know: by name and as what, or only what they are. */
export function recipientOf({ recipientName, recipientKind, audience }: Delivery): string {
  const as = recipientKind === "person" ? reminderAudienceLabels[audience] : recipientKindLabels[recipientKind];
  return recipientName === null ? as : `${recipientName}（${as}）`;
}

/** Over which way it goes or went; nothing before that is chosen. */
export function wayOf({ messageId, way }: Delivery): string | null {
  if (messageId === null) return null;
  return way === null ? texts.inboxOnly : reminderChannelLabels[way];
}
