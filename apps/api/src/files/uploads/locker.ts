import { ERRORS, type Locker } from "@tus/server";

type Waiting = { begin: () => void; requestRelease: () => unknown };

const patienceMilliseconds = 30_000;

/**
 * Lets one request at a time work on an upload; the one at work is asked to stop when another comes, since its connection may be dead. The
 * locker that the library brings asks again and again without pause while it waits.
 */
export function createLocker(): Locker {
  const queues = new Map<string, Waiting[]>();
  return {
    newLock: (id) => ({
      lock: (signal, requestRelease) =>
        new Promise<void>((resolve, reject) => {
          const queue = queues.get(id) ?? [];
          queues.set(id, queue);
          const leave = () => {
            queue.splice(queue.indexOf(waiting), 1);
            clearTimeout(patience);
            reject(ERRORS.ERR_LOCK_TIMEOUT);
          };
          const patience = setTimeout(leave, patienceMilliseconds);
          const waiting: Waiting = {
            requestRelease,
            begin: () => {
              clearTimeout(patience);
              signal.removeEventListener("abort", leave);
              resolve();
            },
          };
          signal.addEventListener("abort", leave, { once: true });
          queue.push(waiting);
          if (queue[0] === waiting) waiting.begin();
          else queue[0]?.requestRelease();
        }),
      unlock: async () => {
        const queue = queues.get(id);
        queue?.shift();
        const [next, after] = queue ?? [];
        if (next === undefined) queues.delete(id);
        next?.begin();
        if (after !== undefined) next?.requestRelease();
      },
    }),
  };
}
