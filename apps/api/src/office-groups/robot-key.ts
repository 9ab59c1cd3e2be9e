/** As WeCom makes them: letters, digits and hyphens. */
const key = /^[\w-]{20,64}$/;

/** The key of a robot, out of its whole webhook address or written alone; null where there is none in it. */
export function readRobotKey(written: string): string | null {
  const text = written.normalize("NFKC").trim();
  const named = /[?&]key=([^&#\s]*)/.exec(text)?.[1];
  const found = named ?? text;
  return key.test(found) ? found : null;
}
