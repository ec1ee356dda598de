/** LockService: locks belong to a run; they end with it. */
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';

type Lock = GoogleAppsScript.Lock.Lock;

interface LockState {
  readonly execution: Execution;
  readonly name: string;
}

/** Waiting does not let another run go on here: the run that holds the lock holds it until its end. */
function take({ execution, name }: LockState, patience: number): boolean {
  const { locks } = execution.session.cloud;
  const holder = locks.get(name);
  if (holder === undefined || holder === execution) {
    if (patience < 0) return false;
    locks.set(name, execution);
    return true;
  }
  execution.spend(Math.max(0, patience));
  return false;
}

const lockFace: Face<Lock, LockState> = emulate<Lock, LockState>('Lock', {
  tryLock(patience) {
    return take(this, patience);
  },
  waitLock(patience) {
    if (!take(this, patience)) fail('lockTimeout');
  },
  hasLock() {
    return this.execution.session.cloud.locks.get(this.name) === this.execution;
  },
  releaseLock() {
    const { locks } = this.execution.session.cloud;
    if (locks.get(this.name) === this.execution) locks.delete(this.name);
  },
});

const lockServiceFace: Face<GoogleAppsScript.Lock.LockService, { execution: Execution }> = emulate<
  GoogleAppsScript.Lock.LockService,
  { execution: Execution }
>('LockService', {
  getDocumentLock() {
    const { execution } = this;
    // The types say there always is one; outside a container there is none (reference/lock/lock-service).
    if (!execution.session.container) return null as unknown as Lock;
    return execution.make(lockFace, { execution, name: 'document' });
  },
  getScriptLock() {
    return this.execution.make(lockFace, {
      execution: this.execution,
      name: `script:${this.execution.session.project.id}`,
    });
  },
  getUserLock() {
    return this.execution.make(lockFace, { execution: this.execution, name: `user:${this.execution.user}` });
  },
});

export const lockService = (execution: Execution): GoogleAppsScript.Lock.LockService =>
  execution.make(lockServiceFace, { execution });
