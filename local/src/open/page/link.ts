/** The way to the host: events come in, tasks go out. Addresses are relative, so the token stays in the page's own. */
import type { AtOnce, Task } from '../task.ts';
import type { Outcome, Reply, ScreenEvent } from '../wire.ts';
import { words } from './words.ts';

export async function ask(request: Task | AtOnce): Promise<Outcome> {
  try {
    const response = await fetch('do', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (response.ok) {
      const { outcome, said } = (await response.json()) as Reply;
      await heardUpTo(said);
      return outcome;
    }
    return { ok: false, name: 'Error', message: `HTTP ${response.status}` };
  } catch {
    return { ok: false, name: 'Error', message: words().disconnected };
  }
}

let heard = 0;
let waiting: { readonly number: number; readonly resolve: () => void }[] = [];

/** Events come another way than answers: what belongs to an answer is drawn before the answer counts. */
function heardUpTo(number: number): Promise<void> {
  if (heard >= number) return Promise.resolve();
  return new Promise((resolve) => waiting.push({ number, resolve }));
}

/** The browser connects again by itself, and gets the whole state anew. */
export function listen(hear: (event: ScreenEvent) => void, lost: () => void): void {
  const source = new EventSource('events');
  source.onmessage = ({ data, lastEventId }) => {
    hear(JSON.parse(data as string) as ScreenEvent);
    heard = Number(lastEventId);
    for (const one of waiting) if (one.number <= heard) one.resolve();
    waiting = waiting.filter(({ number }) => number > heard);
  };
  source.onerror = lost;
}
