/** A script waits for a person: its thread stands still until the other one has the answer. */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

export interface Answered {
  readonly button: string;
  readonly text?: string;
}

/** What both threads hold of the way an answer goes. */
export interface Bell {
  readonly port: MessagePort;
  readonly rung: Int32Array<SharedArrayBuffer>;
}

export const newRung = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4));

/** Stops this thread until an answer has come. */
export function awaitAnswer({ port, rung }: Bell): Answered {
  for (;;) {
    const before = Atomics.load(rung, 0);
    const received = receiveMessageOnPort(port) as { message: Answered } | undefined;
    if (received) return received.message;
    Atomics.wait(rung, 0, before);
  }
}

export function giveAnswer({ port, rung }: Bell, answer: Answered): void {
  port.postMessage(answer);
  Atomics.add(rung, 0, 1);
  Atomics.notify(rung, 0);
}
