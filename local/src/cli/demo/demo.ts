/** `huizong demo`: the main job from the plan's text to the mail, on the bundled example, by the built bundle. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireLock } from '../../file/lock.ts';
import { refuseWhereOpen } from '../../file/other-programs.ts';
import { makeFolder, putFile } from '../../file/put.ts';
import { saveBook } from '../../host.ts';
import { deliverToFolder } from '../../mail/delivery.ts';
import { ask, startBundle } from '../bundle.ts';
import { departmentTable } from '../commands/consolidate.ts';
import { print, printJson, toldText } from '../print.ts';
import type { Answer } from '../replies.ts';
import { fillIn } from './fill-in.ts';
import { readSample } from './sample.ts';

const YEAR = 2023;
const MONTHS = ['2023-03', '2023-04', '2023-05'] as const;
const LAST = '2023-05';

const example = (name: string): string => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));

export function demoCommand({ out, json }: { readonly out: string; readonly json?: true }): void {
  const say = json ? () => undefined : print;
  makeFolder(out);
  const mails = deliverToFolder(join(out, '邮件'));
  rmSync(join(out, '邮件'), { recursive: true, force: true });
  const host = startBundle({
    now: '2023-03-01T09:00',
    user: 'office@example.cn',
    language: 'zh-CN',
    deliver: mails.deliver,
  });

  say('1/6 识别方案');
  const text = readFileSync(example('plan.txt'), 'utf8');
  const plan = ask(host, 'parsePlan', { text, year: YEAR });
  say(
    `    任务 ${plan.tasks.length} 项，部门 ${plan.departments.length} 个，阶段 ${plan.phases.length} 个，报送要求 ${plan.reports.length} 条`,
  );

  say('2/6 建立工作簿');
  ask(host, 'setUp', { year: YEAR, text, settings: SETTINGS });

  const sample = readSample(example('submissions.tsv'));
  say('3/6 准备三个月并填入样例');
  for (const month of MONTHS) {
    host.setNow(`${month}-01T09:00`);
    ask(host, 'prepare', { month });
  }
  say(`    填入 ${fillIn(host, sample)} 行：有缺报、迟报、重复、写错、退回、零报告和“捣乱”的内容`);

  say('4/6 汇总');
  let last: Answer<'consolidate'> | undefined;
  for (const month of MONTHS) {
    host.setNow(month === LAST ? '2023-05-23T09:00' : `${month}-25T09:00`);
    last = ask(host, 'consolidate', { month });
  }
  if (!last) throw new Error('no month was consolidated');
  say(`\n${toldText(last.told)}\n\n${departmentTable(last.reply)}\n`);

  say('5/6 上报');
  const { told, reply: sent } = ask(host, 'send', { month: LAST });
  say(`    ${told.lines.join(' ')}`);

  say('6/6 写出文件');
  const book = join(out, '汇总示例.xlsx');
  host.book.activeSheetId = host.book.sheets.find(({ name }) => name === `汇总-${LAST}`)?.id ?? 0;
  const lock = acquireLock(book, { what: 'command', command: 'demo' });
  try {
    refuseWhereOpen(book);
    saveBook(host.book, book);
  } finally {
    lock.release();
  }
  putFile(out, 'README.md', readme(mails.files.length));
  if (json)
    printJson({
      plan: { tasks: plan.tasks.length, departments: plan.departments.length },
      consolidation: last.reply,
      sent,
      files: [book, ...mails.files],
    });
  else say(`    ${book}\n    ${mails.files.join('\n    ')}\n    ${join(out, 'README.md')}（看什么、怎么看）`);
}

/** What an office fills in besides the plan: its name, the recipients' addresses, whom to ask. */
const SETTINGS = [
  { key: 'unitName', value: '示例区交通运输局' },
  { key: 'recipients', value: '区文明办 <wenmingban@example.cn>；区直机关工委 <jiguangongwei@example.cn>' },
  { key: 'contact', value: '孙静 0532-00000000' },
];

const readme = (mails: number): string => `# 看什么

- \`汇总示例.xlsx\`：用 LibreOffice、WPS 或 Excel 打开。
  - **汇总-2023-05**：总体情况、各部门 × 各任务的状态、合并的文字，最后是需要看一眼的问题。
  - **月度报送**：黄色是待报，橙色是逾期，紫色是退回；货运科那一行的公式样文字仍是文字。
  - **缺报清单**、**完成率**：到现在谁欠什么，各部门各月的完成率。
  - **使用说明**：给填表人和办公室的说明。
- \`邮件/\`：${mails} 封上报邮件（.eml），附月度报告（Word），用任何邮件程序打开；发送情况在工作簿的**发送记录**里。
`;
