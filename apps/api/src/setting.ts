/** A setting that stops the start: one line that names it and says what it takes. */
export class SettingError extends Error {
  override readonly name = "SettingError";

  constructor(setting: string, takes: string) {
    super(`环境变量 ${setting} ${takes}`);
  }
}

/** A part of a URL without its percent signs; null where they stand for nothing. */
export function decoded(part = ""): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
