/** Lets a test wait for what it expects instead of for a time. */
export type Changes = { tell: () => void; until: <T>(look: () => T | undefined | false | null) => Promise<T> };

const limitMilliseconds = 30_000;

/** `until` looks at once and again after every change, and rejects when nothing comes for too long. */
export function createChanges(subject: string): Changes {
  const looks = new Set<() => void>();
  return {
    tell: () => {
      for (const look of [...looks]) look();
    },
    until: (look) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          looks.delete(attempt);
          reject(new Error(`${subject}: what the test waits for has not come: ${look.toString()}`));
        }, limitMilliseconds);
        const attempt = () => {
          const found = look();
          if (found === undefined || found === null || found === false) return;
          clearTimeout(timer);
          looks.delete(attempt);
          resolve(found);
        };
        looks.add(attempt);
        attempt();
      }),
  };
}
