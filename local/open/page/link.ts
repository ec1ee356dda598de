/** The way to the host: events come in, tasks go out. Addresses are relative, so the token stays in the page's own. */
import type { AtOnce, Task } from '../task.ts';
import type { Outcome, ScreenEvent } from '../wire.ts';
import { words } from '../words.ts';

export async function ask(request: Task | AtOnce): Promise<Outcome> {
  try {
    const response = await fetch('do', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (response.ok) return (await response.json()) as Outcome;
    return { ok: false, name: 'Error', message: `HTTP ${response.status}` };
  } catch {
    return { ok: false, name: 'Error', message: words.disconnected };
  }
}

/** The browser connects again by itself, and gets the whole state anew. */
export function listen(hear: (event: ScreenEvent) => void, lost: () => void): void {
  const source = new EventSource('events');
  source.onmessage = ({ data }) => hear(JSON.parse(data as string) as ScreenEvent);
  source.onerror = lost;
}
