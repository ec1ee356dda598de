/** The host behind the screen: what pages ask of it is done one after the other, in a thread of its own. */
import { fileURLToPath } from 'node:url';
import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads';
import { bundleFunctions } from '../cli/bundle.ts';
import { systemReason } from '../disk/reasons.ts';
import { engineReason } from '../runtime/limits.ts';
import type { FromHost } from './from-host.ts';
import type { Order, Start } from './host-worker.ts';
import { type Answered, giveAnswer, newRung } from './question.ts';
import { createScreen, type Screen } from './screen.ts';
import { type AtOnce, type CommandTask, isByHand, type Task } from './task.ts';
import type { Outcome, ScreenState } from './wire.ts';
import { wordsIn } from './words.ts';

export interface Desk {
  readonly screen: Screen;
  perform(task: Task): Promise<Outcome>;
  /** What the command line asks: done when nothing else is; refused where a person is being asked something. */
  command(task: CommandTask): Promise<Outcome>;
  atOnce(request: AtOnce): Outcome;
  /** Lets what runs come to its end, saves, and ends the thread. */
  end(): Promise<void>;
}

/** @throws what opening the workbook failed with */
export async function openDesk(start: Omit<Start, 'bell'>): Promise<Desk> {
  const { port1: port, port2 } = new MessageChannel();
  const rung = newRung();
  const worker = new Worker(fileURLToPath(new URL('./open-host.js', import.meta.url)), {
    workerData: { ...start, bell: { port: port2, rung } } satisfies Start,
    transferList: [port2],
    // The host sets the zone of the process for each run of a script.
    env: SHARE_ENV,
  });
  const screen = createScreen(bundleFunctions());
  const waiting = new Map<number, (outcome: Outcome) => void>();
  const byHand = new Set<number>();
  let numbered = 0;
  let ending: (() => void) | undefined;
  let alive = true;

  const words = () => wordsIn(screen.language());
  const answer = (answered: Answered): void => giveAnswer({ port, rung }, answered);
  const order = (one: Order): void => worker.postMessage(one);
  let gone = words().hostEnded(null);
  const lost = (error: unknown): void => {
    alive = false;
    const language = screen.language();
    gone = words().hostEnded(systemReason(error, language) ?? engineReason(error, language));
    for (const done of waiting.values()) done({ ok: false, name: 'Error', message: gone });
    waiting.clear();
    screen.hear({ kind: 'saving', saving: { state: 'failed', message: gone } });
    ending?.();
  };

  await new Promise<void>((resolve, reject) => {
    worker.once('error', (error) => {
      reject(error);
      lost(error);
    });
    worker.on('message', (told: FromHost) => {
      screen.hear(told);
      // There is no page left to answer.
      if (told.kind === 'question' && told.question && ending) answer({ button: 'CLOSE' });
      if (told.kind === 'ready') resolve();
      if (told.kind === 'ended') ending?.();
      if (told.kind !== 'done') return;
      // A script that ran out of time while it was asking is not waiting any more.
      if (screen.question()) screen.hear({ kind: 'question', question: null });
      if (byHand.delete(told.id)) screen.onTheirWay(byHand.size);
      waiting.get(told.id)?.(told.outcome);
      waiting.delete(told.id);
      if (waiting.size === 0) screen.working(null);
    });
  });

  const perform = (task: Task | CommandTask): Promise<Outcome> => {
    const what = nameOf(task, screen);
    if (what !== null) screen.working(what);
    numbered += 1;
    const id = numbered;
    if (isByHand(task)) screen.onTheirWay(byHand.add(id).size);
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      order({ kind: 'task', id, task });
    });
  };

  return {
    screen,
    perform,
    async command(task) {
      const until = Date.now() + LONGEST_WAIT;
      for (;;) {
        const question = screen.question();
        if (question) return { ok: false, name: 'Busy', message: words().busyAsking(question.title) };
        if (!alive || ending) return { ok: false, name: 'Busy', message: gone };
        if (waiting.size === 0) return perform(task);
        if (Date.now() > until) return { ok: false, name: 'Busy', message: words().busyWorking };
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    atOnce(request) {
      if (request.do === 'close') {
        screen.close(request.page);
        return { ok: true };
      }
      const question = screen.question();
      const { button, text } = request;
      // A box can be closed without a button, too.
      if (question?.id !== request.question || ![...question.buttons, 'CLOSE'].includes(button)) {
        return { ok: false, name: 'Error', message: words().noSuchQuestion };
      }
      answer({ button, ...(text === undefined ? {} : { text }) });
      return { ok: true };
    },
    async end() {
      const ended = new Promise<void>((resolve) => {
        ending = resolve;
      });
      order({ kind: 'end' });
      if (screen.question()) answer({ button: 'CLOSE' });
      if (alive) await ended;
      await worker.terminate();
      port.close();
    },
  };
}

/** How long a command of the command line waits for what the page is doing. Milliseconds. */
const LONGEST_WAIT = 60_000;

/** What the page says is being done; typing and selecting need no word. */
function nameOf(task: Task | CommandTask, screen: Screen): string | null {
  if (task.do === 'command') return task.name;
  if (task.do !== 'click' && task.do !== 'call') return null;
  if (task.do === 'call') return '';
  return labelOf(screen.state().menus, task.run) ?? '';
}

function labelOf(menu: ScreenState['menus'], run: string): string | undefined {
  for (const item of menu) {
    const label = item.run === run ? item.label : labelOf(item.items, run);
    if (label !== undefined) return label;
  }
  return undefined;
}
