/** `huizong template BOOK [FILE]`: an office's own Word templates, brought in, written out to be changed, put away. */
import { basename } from 'node:path';
import { readWhole } from '../../disk/read.ts';
import { putFile } from '../../file/put.ts';
import { InputFailure } from '../failure.ts';
import { print, printJson, toldText } from '../print.ts';
import type { Asked } from '../replies.ts';
import { lookInto, workOn } from '../workbook.ts';

type Kind = Asked<'templateFile'>['kind'];

/** All there are: the compiler asks for one that is missing. */
const KINDS = Object.keys({ 月度报告: 1, 通报: 1, 催报通知: 1, 缺报清单: 1 } satisfies Record<Kind, 1>) as Kind[];

interface Options {
  /** As typed: the script refuses what is none. */
  readonly kind?: Kind;
  readonly reset: boolean;
  readonly out?: string;
  readonly json?: true;
}

export async function templateCommand(book: string, file: string | undefined, options: Options): Promise<void> {
  if (options.out !== undefined) {
    await writeTemplates(book, options.out, options);
    return;
  }
  const kind = options.kind ?? KINDS.find((one) => basename(file ?? '').includes(one));
  if (kind === undefined) {
    throw new InputFailure(`不知道是哪一种文书的模板。请加 --kind，可以是：${KINDS.join('、')}。`);
  }
  if (file === undefined && !options.reset) {
    throw new InputFailure(
      '请写明要导入的 .docx 文件；要恢复自带的模板，请加 --reset；要取出模板来改，请加 --out 文件夹。',
    );
  }
  const { told, reply } = await workOn(book, { command: 'template' }, (worked) =>
    file === undefined
      ? worked.call('resetTemplate', { kind })
      : worked.call('importTemplate', { kind, file: basename(file), base64: readWhole(file).toString('base64') }),
  );
  if (options.json) printJson(reply);
  else print(toldText(told));
}

async function writeTemplates(book: string, folder: string, { kind, json }: Options): Promise<void> {
  const kinds = kind === undefined ? KINDS : [kind];
  const contents = await lookInto(book, {}, (worked) =>
    Promise.all(kinds.map((one) => worked.call('templateFile', { kind: one }))),
  );
  const files = contents.map(({ base64 }, index) =>
    putFile(folder, `${kinds[index]}.docx`, Buffer.from(base64, 'base64')),
  );
  if (json) printJson({ files });
  else for (const path of files) print(path);
}
