/** What commander says of a command that was written wrongly, and the headings of its help, in the language of all the others. */
import type { Command } from 'commander';

const ERRORS: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/^unknown command '(.+?)'/, (name) => `没有命令“${name}”`],
  [/^unknown option '(.+?)'/, (name) => `没有选项“${name}”`],
  [/^missing required argument '(.+?)'/, (name) => `缺少参数 <${name}>`],
  [/^required option '(.+?)' not specified/, (flags) => `缺少选项 ${flags}`],
  [/^option '(.+?)' argument missing/, (flags) => `选项 ${flags} 后面缺少内容`],
  [
    /^(?:option|command-argument value) '(.+?)' argument '(.*?)' is invalid\. (?:Allowed choices are (.+)\.)?(.*)/s,
    (flags, found, choices, why) => `选项 ${flags} 的内容“${found}”不对：${choices ? `可以是 ${choices}` : why}`,
  ],
  [
    /^too many arguments(?: for '(.+?)')?\. Expected (\d+) arguments? but got (\d+)/,
    (_, most, found) => `参数太多：要 ${most} 个，写了 ${found} 个。有空格的路径请加引号`,
  ],
];

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** A text of commander's own; as it is where it has no other words. */
export function usageText(text: string): string {
  const said = text.replace(/^error: /, '').trim();
  const suggestion = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(said)?.[1];
  for (const [pattern, words] of ERRORS) {
    const match = pattern.exec(said);
    if (match) {
      const found = match.slice(1).map((part) => (part ?? '').trim());
      return `${words(...found)}。${suggestion === undefined ? '' : `是不是“${suggestion}”？`}\n`;
    }
  }
  return text;
}

/** For a command and those below it that are made from now on. */
export const speakingChinese = (command: Command): Command =>
  command
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .configureOutput({ outputError: (text, write) => write(usageText(text)) });
