import { acceptedFileTypes, type FileMediaType } from "@shifan/contract";
import { maximumFileNameLength } from "@shifan/rules";

/** Control and formatting characters: those of writing direction among them, which show "gpj.exe" as "exe.jpg". */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/**
 * The name under which a file is shown and given back: the last part of a path, without control characters, composed (NFC), of bounded length,
 * and ending as its content says. No file of ours is ever stored under it.
 */
export function cleanFileName(given: string, mediaType: FileMediaType): string {
  const { extensions } = acceptedFileTypes[mediaType];
  const last = given.normalize("NFC").replaceAll(invisible, "").split(/[\\/]/).at(-1) ?? "";
  const name = last
    .replaceAll(/["<>|:*?]/g, "_")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const own = extensions.find((extension) => name.toLowerCase().endsWith(`.${extension}`));
  const stem = own === undefined ? name : name.slice(0, -own.length - 1);
  const extension = own === undefined ? extensions[0] : name.slice(-own.length);
  return `${shorten(stem, maximumFileNameLength - extension.length - 1) || "未命名"}.${extension}`;
}

function shorten(text: string, characters: number): string {
  return [...text].slice(0, characters).join("").trimEnd();
}
