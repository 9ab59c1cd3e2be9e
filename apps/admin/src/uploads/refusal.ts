import { acceptedFilesText, acceptedFileTypes } from "@shifan/contract/labels";
import { maximumFileBytes } from "@shifan/rules";
import { uploadTexts as texts } from "./texts.ts";

const extensions: readonly string[] = Object.values(acceptedFileTypes).flatMap((each) => [...each.extensions]);

/** What a browser offers for choosing. */
export const offeredFiles = [...Object.keys(acceptedFileTypes), ...extensions.map((each) => `.${each}`)].join(",");

/** Why a file need not be sent: the server would not take it. What it really is, the server finds by its content. */
export function refusalOf({ name, size }: Pick<File, "name" | "size">): string | null {
  if (size === 0) return texts.empty;
  if (size > maximumFileBytes) return texts.tooLarge;
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return extension === undefined || extensions.includes(extension) ? null : texts.otherKind(acceptedFilesText);
}
