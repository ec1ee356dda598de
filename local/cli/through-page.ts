/** A command while the workbook is open in a browser: the page's own process carries it out, as the one that writes. */
import { request } from 'node:http';
import { type Entrance, entranceOf } from '../file/entrance.ts';
import type { HeldError } from '../file/lock.ts';
import { runs } from '../file/process.ts';
import type { CommandTask } from '../open/task.ts';
import type { CommandAnswer, Outcome } from '../open/wire.ts';
import { InputFailure } from './failure.ts';

export interface OpenPage {
  /** @throws InputFailure with what the page says */
  ask(task: Omit<CommandTask, 'do'>): Promise<CommandAnswer>;
}

/** `null` where the holder is no page, or none this account can reach from here. */
export function openPageOf({ holder }: HeldError): OpenPage | null {
  if (holder?.what !== 'page' || runs(holder) !== true) return null;
  const entrance = entranceOf(holder.token);
  if (entrance === null || entrance.pid !== holder.pid) return null;
  return { ask: (task) => ask(entrance, { do: 'command', ...task }) };
}

async function ask(entrance: Entrance, task: CommandTask): Promise<CommandAnswer> {
  const outcome = await sent(entrance, JSON.stringify(task));
  if (outcome.ok) return outcome.answer as CommandAnswer;
  throw new InputFailure(outcome.message);
}

const UNCLEAR =
  '工作簿在浏览器里打开着，但那个页面没有答复，不知道命令是否已经执行。请到页面上看“发送记录”和“操作日志”，再决定是否重新执行。';

function sent({ port, secret }: Entrance, body: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: `/${secret}/command`,
        method: 'POST',
        agent: false,
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => reject(new InputFailure(UNCLEAR)));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text) as Outcome);
          else
            reject(
              new InputFailure(`打开着工作簿的页面没有接受这个命令（${response.statusCode}）。本次什么也没有做。`),
            );
        });
      },
    );
    asked.on('error', ({ code }: NodeJS.ErrnoException) => {
      const notThere =
        '工作簿在浏览器里打开着，但那个页面连不上。本次什么也没有做。请关闭它（终端里按 Ctrl+C）再执行。';
      reject(new InputFailure(code === 'ECONNREFUSED' ? notThere : UNCLEAR));
    });
    asked.end(body);
  });
}
