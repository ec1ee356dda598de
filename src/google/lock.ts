/** One at a time: two people who click at once must not write into each other. */

/** How long a click waits for another's command, in milliseconds. */
const PATIENCE = 10_000;

export interface HeldLock {
  /** Lets the next one in. What was written must have been flushed before. */
  readonly release: () => void;
}

/** Takes the document's lock, or `null` where another person keeps it. */
export function takeLock(): HeldLock | null {
  const lock = LockService.getDocumentLock();
  return lock.tryLock(PATIENCE) ? { release: () => lock.releaseLock() } : null;
}
