import type { Delivery } from "@shifan/contract";
import { recipientKindLabels, reminderAudienceLabels } from "@shifan/contract/labels";

/** Whom it is for, as far as anybody may know: by name and as what, or only what they are. */
export function recipientOf({ recipientName, recipientKind, audience }: Delivery): string {
  const as = recipientKind === "person" ? reminderAudienceLabels[audience] : recipientKindLabels[recipientKind];
  return recipientName === null ? as : `${recipientName}（${as}）`;
}
