import { maximumFileBytes } from "@shifan/rules";

/** The largest size as people are told it. */
export const maximumFileText = `${maximumFileBytes / 1_000_000} MB`;

/** What is accepted: by the content, not by the name. `extension` is what a name ends in when people get the file back. */
export const acceptedFileTypes = {
  "application/pdf": { label: "PDF", extensions: ["pdf"], isShownInline: true },
  "image/jpeg": { label: "JPEG图片", extensions: ["jpg", "jpeg"], isShownInline: true },
  "image/png": { label: "PNG图片", extensions: ["png"], isShownInline: true },
  "image/webp": { label: "WebP图片", extensions: ["webp"], isShownInline: true },
  "image/heic": { label: "HEIC图片", extensions: ["heic", "heif"], isShownInline: false },
  "image/heif": { label: "HEIF图片", extensions: ["heif", "heic"], isShownInline: false },
  "image/tiff": { label: "TIFF图片", extensions: ["tif", "tiff"], isShownInline: false },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    label: "Word文档",
    extensions: ["docx"],
    isShownInline: false,
  },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
    label: "Excel表格",
    extensions: ["xlsx"],
    isShownInline: false,
  },
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": {
    label: "PowerPoint演示文稿",
    extensions: ["pptx"],
    isShownInline: false,
  },
  "application/msword": { label: "Word 97-2003文档", extensions: ["doc", "wps"], isShownInline: false },
  "application/vnd.ms-excel": { label: "Excel 97-2003表格", extensions: ["xls", "et"], isShownInline: false },
  "application/vnd.ms-powerpoint": {
    label: "PowerPoint 97-2003演示文稿",
    extensions: ["ppt", "dps"],
    isShownInline: false,
  },
  "application/ofd": { label: "OFD版式文件", extensions: ["ofd"], isShownInline: false },
} as const satisfies Record<
  string,
  { label: string; extensions: readonly [string, ...string[]]; isShownInline: boolean }
>;

export type FileMediaType = keyof typeof acceptedFileTypes;

/** The accepted kinds of files and the largest size, for people. */
export const acceptedFilesText = `PDF、图片（JPEG、PNG、WebP、HEIC、TIFF）、Word、Excel、PowerPoint、OFD，每个文件不超过${maximumFileText}`;
