#!/usr/bin/env node
/** The `huizong` command: the add-on's work on an .xlsx file, without an account and without a network. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { consolidateCommand } from './commands/consolidate.ts';
import { initCommand } from './commands/init.ts';
import { openCommand } from './commands/open.ts';
import { packCommand } from './commands/pack.ts';
import { planCommand } from './commands/plan.ts';
import { prepareCommand } from './commands/prepare.ts';
import { remindCommand } from './commands/remind.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { sendCommand } from './commands/send.ts';
import { templateCommand } from './commands/template.ts';
import { demoCommand } from './demo/demo.ts';
import { explained } from './failure.ts';
import { printError, printJson } from './print.ts';

declare const HUIZONG_VERSION: string;

const year = (text: string): number => {
  if (!/^(?:19|20|21)\d{2}$/.test(text)) throw new InvalidArgumentError('四位数年份，例如 2023');
  return Number(text);
};
const port = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('0 到 65535');
  return Number(text);
};
const moment = (text: string): string => {
  if (Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('ISO 时间，例如 2023-05-21T09:00');
  return text;
};

const program = new Command('huizong')
  .description('汇总：每月向上报送，从一个共享表格到汇总报告')
  .version(HUIZONG_VERSION)
  .showHelpAfterError()
  .exitOverride()
  .configureOutput({ writeErr: (text) => printError(text.trimEnd()) });

program
  .command('demo')
  .description('在自带的样例上跑一遍全过程')
  .option('--out <dir>', '产物放在哪里', 'out')
  .option('--json')
  .action(demoCommand);
program
  .command('plan')
  .argument('<file>', '方案（.txt、.docx）')
  .description('识别方案：任务、部门、阶段、时限')
  .option('--year <year>', '年度', year)
  .option('--json')
  .action(planCommand);
program
  .command('init')
  .argument('<book>', '新工作簿（.xlsx）')
  .description('从方案建立工作簿')
  .option('--plan <file>', '方案')
  .requiredOption('--year <year>', '年度', year)
  .option('--yearly-returns', '每年一次的报送也列入责任矩阵', false)
  .option('--json')
  .action(initCommand);
program
  .command('prepare')
  .argument('<book>')
  .description('准备某月：为每项应报建一行')
  .requiredOption('--month <month>', '月份，例如 2023-05')
  .option('--as-of <iso>', '以此为现在', moment)
  .option('--json')
  .action(prepareCommand);
program
  .command('consolidate')
  .argument('<book>')
  .description('汇总某月')
  .requiredOption('--month <month>', '月份')
  .option('--as-of <iso>', '以此为现在', moment)
  .option('--out <dir>', '写到这里，不动原文件')
  .option('--json')
  .action(consolidateCommand);
program
  .command('report')
  .argument('<book>')
  .description('上报邮件的预览和本月的 Word 文书，不发送')
  .requiredOption('--month <month>', '月份')
  .option('--as-of <iso>', '以此为现在', moment)
  .option('--out <dir>', '把邮件内容和 Word 文书写成文件')
  .option('--yes', '更新工作簿里的“报告草稿”', false)
  .option('--json')
  .action(reportCommand);
program
  .command('template')
  .argument('<book>')
  .argument('[file]', '模板（.docx）')
  .description('导入自己的 Word 模板')
  .option('--kind <kind>', '月度报告、通报、催报通知、缺报清单；文件名里有就不用写')
  .option('--reset', '恢复自带的模板', false)
  .option('--out <dir>', '把现用的模板写到这里，改好再导入')
  .option('--json')
  .action(templateCommand);
program
  .command('remind')
  .argument('<book>')
  .description('催报：欠报的部门各发一封；不加 --yes 只看不发')
  .requiredOption('--month <month>', '月份')
  .option('--department <name...>', '只催这些部门')
  .option('--as-of <iso>', '以此为现在', moment)
  .option('--out <dir>', '邮件写成 .eml 放在哪里', 'out')
  .option('--yes', '真的发送', false)
  .option('--json')
  .action(remindCommand);
program
  .command('send')
  .argument('<book>')
  .description('上报；不加 --yes 只看不发')
  .requiredOption('--month <month>', '月份')
  .option('--as-of <iso>', '以此为现在', moment)
  .option('--out <dir>', '邮件写成 .eml 放在哪里', 'out')
  .option('--yes', '真的发送', false)
  .option('--correction', '内容变了的作为补充报告再发', false)
  .option('--json')
  .action(sendCommand);
program
  .command('pack')
  .argument('<book>')
  .description('某月的全部材料打成一个压缩包：工作簿、文件、邮件、目录')
  .requiredOption('--month <month>', '月份')
  .option('--as-of <iso>', '以此为现在', moment)
  .option('--out <dir>', '压缩包放在哪里', 'out')
  .option('--json')
  .action(packCommand);
program
  .command('run')
  .argument('<book>')
  .argument('<function>', '脚本里的函数')
  .argument('[json...]', '参数')
  .description('调用脚本里的任意函数；定时执行 run BOOK everyHour 就会自动催报')
  .option('--out <dir>', '邮件写成 .eml 放在哪里', 'out')
  .option('--as-of <iso>', '以此为现在', moment)
  .option('--json')
  .action(runCommand);

program
  .command('open')
  .argument('<book>')
  .description('在浏览器里打开：表格、菜单、对话框都和在 Google 表格里一样，只有本机能访问')
  .option('--port <port>', '端口；不写就由系统挑一个', port, 0)
  .option('--as <account>', '以哪个账号打开，保护按这个账号算')
  .option('--owner <account>', '工作簿没有记下所有者时，记下这个账号')
  .option('--as-of <iso>', '以此为现在', moment)
  .addOption(new Option('--lang <lang>', '页面的语言；不写就按工作簿里设置的').choices(['zh-CN', 'en']))
  .option('--out <dir>', '邮件写成 .eml 放在哪里', 'out')
  .option('--no-browser', '不打开浏览器，只显示地址')
  .option('--json')
  .action(openCommand);

// The reader of a pipe may go before all is said (`| head`): the work goes on, and there is no reader left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const json = process.argv.includes('--json');

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const { message, expected } = explained(error, program.args[1] ?? '');
    printError(message);
    if (json) printJson({ error: message });
    // What was not expected is a bug: its report must say where it was.
    if (!expected && error instanceof Error) printError(error.stack ?? '');
    process.exitCode = 1;
  }
}
