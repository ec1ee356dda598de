/** What a scheduled job says: one line a run, for the file its lines are kept in. Nobody watches it run. */
import { explained, InputFailure } from './failure.ts';
import { print, printJson } from './print.ts';
import type { HourlyAnswer } from './replies.ts';
import { workOn } from './workbook.ts';

/** The script's function that a clock calls. */
export const HOURLY = 'everyHour';

/** `2023-05-18 09:30` */
const timeText = (time: string): string => time.slice(0, 16).replace('T', ' ');

/** @throws InputFailure with the time, where the workbook could not be worked on to the end */
export async function hourlyRun(
  book: string,
  { asOf, out, json }: { readonly asOf?: string | undefined; readonly out: string; readonly json?: true | undefined },
): Promise<void> {
  let told: HourlyAnswer & { readonly files: readonly string[] };
  try {
    told = await workOn(book, { command: `run ${HOURLY}`, asOf, out }, async (worked) => ({
      ...((await worked.run(HOURLY, [])) as HourlyAnswer),
      files: worked.files(),
    }));
  } catch (error) {
    const { message, expected } = explained(error, book);
    if (!expected) throw error;
    throw new InputFailure(`${timeText(asOf ?? localTime())}　自动发送没有执行完：${message}`);
  }
  const { reply, files } = told;
  const { title, lines } = told.told;
  const line = `${timeText(reply.time)}　${[title, ...lines].join('　')}`;
  if (json) printJson({ ...reply, told: told.told, files });
  else {
    print(line);
    for (const file of files) print(`  ${file}`);
  }
  if (!reply.isWhole) process.exitCode = 1;
}

function localTime(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
}
